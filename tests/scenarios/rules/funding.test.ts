import { describe } from "vitest";
import { matchFunding } from "../../../scenarios/calculate/match-funding";
import type { Funding } from "../../../scenarios/model/evaluation";
import type { FundingSource, Provision } from "../../../scenarios/model/scenario";
import { evaluated, found, provisionWith, scenarioWith } from "../../support/scenarios";
import { listed, pounds, type Row, TABLES, vectors } from "./rules-document";

type SourceTerms = Pick<FundingSource, "id"> & {
  readonly has: string;
  readonly mayPayFor?: readonly string[];
};

function sourceOf({ id, has, mayPayFor = [] }: SourceTerms): FundingSource {
  const onlyFor = mayPayFor.length === 0 ? {} : { onlyFor: { provisions: mayPayFor } };
  return { id, name: id, owner: "lead", amounts: { "2015/16": `${has}.00` }, ...onlyFor };
}

/** A provision that needs so many pounds in 2015/16. */
function needOf(id: string, pounds: string, changes: Partial<Provision> = {}): Provision {
  return provisionWith({ id, price: { annual: `${pounds}.00` }, ...changes });
}

describe("funding (rules §8)", () => {
  vectors<"drawOrder of the helpline" | "of outreach">(
    "a helpline of 80 and outreach of 60, both with the rest from a grant of 100; a levy of 30 may pay for outreach alone",
    (rows) =>
      rows.map((row) => {
        const drawing = (id: string, need: string, order: string) =>
          needOf(id, need, {
            funding: [{ source: "grant", rest: true }],
            ...(order !== "" && { drawOrder: Number(order) }),
          });
        const { funding } = evaluated(
          scenarioWith({
            provisions: [
              drawing("helpline", "80", row["drawOrder of the helpline"]),
              drawing("outreach", "60", row["of outreach"]),
            ],
            fundingSources: [
              sourceOf({ id: "grant", has: "100" }),
              sourceOf({ id: "levy", has: "30", mayPayFor: ["outreach"] }),
            ],
          }),
        );
        const paid = (provision: string, source: string) =>
          pounds(found(funding.provisions.get(provision)?.[0]).sources.get(source) ?? 0n);
        return {
          ...row,
          "helpline, grant": paid("helpline", "grant"),
          "outreach, grant": paid("outreach", "grant"),
          "outreach, levy": paid("outreach", "levy"),
          unfunded: pounds(found(funding.unfunded[0])),
        };
      }),
  );

  const rowsOf = (caption: string): readonly Row[] => found(TABLES.get(caption), caption);
  const pooled = (): Funding =>
    evaluated(
      scenarioWith({
        provisions: rowsOf("needs").map((row) => needOf(found(row["provision"]), found(row["needs"]))),
        fundingSources: rowsOf("sources").map((row) =>
          sourceOf({
            ...{ id: found(row["source"]), has: found(row["has"]) },
            mayPayFor: listed(found(row["may pay for"])),
          }),
        ),
      }),
    ).funding;

  vectors<"source">("sources", (rows) => {
    const { sources } = pooled();
    return rows.map((row) => {
      const { used, unused } = found(sources.get(row.source)?.[0]);
      return { ...row, used: pounds(used), unused: pounds(unused) };
    });
  });

  vectors<"provision">("needs", (rows) => {
    const { provisions, bottleneck } = pooled();
    return rows.map((row) => ({
      ...row,
      unfunded: pounds(found(provisions.get(row.provision)?.[0]).unfunded),
      "in the bottleneck": found(bottleneck[0]).includes(row.provision) ? "yes" : "no",
    }));
  });

  vectors<"source">("sources of 40 and 60 for two needs of 50", (rows) => {
    const { paid } = matchFunding({
      available: rows.map(({ source }) => BigInt(source)),
      needed: [50n, 50n],
      mayPay: rows.map(() => [true, true]),
    });
    return rows.map((row, at) => {
      const [first, second] = found(paid[at]);
      return { ...row, "first need": `${first ?? ""}`, "second need": `${second ?? ""}` };
    });
  });

  vectors<"year">(
    "100 a year is needed; 60 that lapses and a reserve of 80 that carries forward are there for 2015/16",
    (rows) => {
      const { sources, unfunded } = evaluated(
        scenarioWith({
          horizon: { start: "2015-04", end: "2017-03" },
          provisions: [needOf("joint", "100", { end: "2017-03-31" })],
          fundingSources: [
            { ...sourceOf({ id: "a-reserve", has: "80" }), carryForward: true },
            sourceOf({ id: "lapsing", has: "60" }),
          ],
        }),
      ).funding;
      return rows.map(({ year }, at) => {
        const [lapsing, reserve] = ["lapsing", "a-reserve"].map((id) => found(sources.get(id)?.[at]));
        return {
          year,
          "lapsing used": pounds(found(lapsing).used),
          "reserve used": pounds(found(reserve).used),
          "carried in": pounds(found(reserve).carriedIn),
          unfunded: pounds(found(unfunded[at])),
        };
      });
    },
  );
});
