import { describe } from "vitest";
import { annualUnits } from "../../../scenarios/calculate/annual-capacity";
import { baseDemand } from "../../../scenarios/calculate/demand";
import { erlangC } from "../../../scenarios/calculate/queueing";
import { monthOfSharing, shareCapacity } from "../../../scenarios/calculate/share-capacity";
import { capacityToClear } from "../../../scenarios/calculate/trajectory";
import { formatDay } from "../../../scenarios/model/calendar";
import { waitWeeks } from "../../../scenarios/model/evaluation";
import { formatQuantity } from "../../../scenarios/model/quantity";
import type { CapacityForm, Demand, Provision } from "../../../scenarios/model/scenario";
import { evaluated, found, provisionWith, scenarioWith } from "../../support/scenarios";
import { transition } from "../../support/seven-districts";
import { cells, listed, pounds, vectors } from "./rules-document";

describe("coverage in transition (rules §5)", () => {
  const GRANT = "North West Leicestershire's devolved grant";
  vectors<"new contract from" | typeof GRANT>("147 cells of the Leicestershire transition", (rows) =>
    rows.map((row) => {
      const slips = row["new contract from"] === "2015-11-01";
      const { covered, unconfirmed, gap } = transition({ slips, nwlGrant: row[GRANT] === "yes" }).counts;
      return { ...row, covered: `${covered}`, unconfirmed: `${unconfirmed}`, gap: `${gap}` };
    }),
  );

  const coverageOf = (provisions: readonly Partial<Provision>[]) =>
    evaluated(
      scenarioWith({
        provisions: provisions.map((one, place) => provisionWith({ id: `p${place}`, ...one })),
        requirements: [{ activity: "support", areas: ["north"], from: "2015-04", to: "2016-03" }],
      }),
    ).coverage;

  vectors<"ends" | "next starts">("a contract ends before the next starts", (rows) =>
    rows.map((row) => {
      const { gaps, cells } = coverageOf([{ end: row.ends }, { start: row["next starts"] }]);
      const { from, to, days } = found(gaps[0]);
      const part = found(found(cells[0]).daysCovered[5]);
      return {
        ...{ ...row, "gap from": formatDay(from), "gap to": formatDay(to), days: `${days}` },
        "of September covered": `${(100 * part).toFixed(2)} %`,
      };
    }),
  );

  vectors<"old, a year" | "old ends" | "new, a year" | "new starts">(
    "an old and a new contract overlap",
    (rows) =>
      rows.map((row) => {
        const price = (written: string) => ({ annual: written.replaceAll(",", "") });
        const { doubleRunning } = coverageOf([
          { end: row["old ends"], price: price(row["old, a year"]) },
          { start: row["new starts"], price: price(row["new, a year"]) },
        ]);
        const { days, cost } = found(doubleRunning[0]);
        return { ...row, days: `${days}`, cost: pounds(cost) };
      }),
  );
});

describe("capacity (rules §6)", () => {
  vectors<"entry">("capacity a year", (rows) =>
    rows.map(({ entry }) => {
      const fields = listed(entry).map((field) => field.split(" "));
      return { entry, "a year": annualUnits(Object.fromEntries(fields) as CapacityForm).toFixed(2) };
    }),
  );

  vectors<"new demand" | "to serve">("a pool of 60 is passed on", (rows) => {
    const month = monthOfSharing(rows.length);
    month.need.set(rows.map((row) => Number(row["new demand"])));
    month.toServe.set(rows.map((row) => Number(row["to serve"])));
    const pool = {
      areas: [...rows.keys()],
      monthly: Float64Array.of(60),
      unused: new Float64Array(rows.length),
    };
    shareCapacity([pool], 0, month);
    return rows.map((row, area) => ({
      ...row,
      entitlement: found(month.entitlement[area]).toFixed(6),
      capacity: found(month.capacity[area]).toFixed(6),
    }));
  });

  vectors<"load" | "agents">("callers who wait", (rows) =>
    rows.map((row) => ({ ...row, waits: erlangC(Number(row.load), Number(row.agents)).toFixed(6) })),
  );
});

describe("demand and waiting (rules §7)", () => {
  const seriesOf = (
    demand: Partial<Demand>,
    unitsPerYear = "0",
    horizon = { start: "2015-04", end: "2016-03" },
  ) =>
    found(
      evaluated(
        scenarioWith({
          horizon,
          provisions: [provisionWith({ capacity: [{ activity: "support", unitsPerYear }] })],
          demand: [{ id: "d", area: "north", activity: "support", baseYear: "2015/16", ...demand }],
        }),
      ).capacity[0],
    );

  vectors("demand in April of 1,200 a year in 2015/16 that grows by 10 %, with 600 given for 2016/17", () => {
    const growing = { annual: "1200", growthPercent: "10", byYear: { "2016/17": "600" } };
    const { demand } = seriesOf(growing, "0", { start: "2014-04", end: "2017-03" });
    const inApril = (year: number) => found(demand[12 * year]).toFixed(6);
    return [{ "2014/15": inApril(0), "2015/16": inApril(1), "2016/17": inApril(2) }];
  });

  vectors<"incidents" | "share" | "referral" | "engage">("a funnel", (rows) =>
    rows.map((row) => {
      const { incidents, share: sharePercent, referral: referralPercent, engage: engagePercent } = row;
      const funnel = { incidents, sharePercent, referralPercent, engagePercent };
      return { ...row, "a year": baseDemand({ funnel }).toFixed(2) };
    }),
  );

  vectors<"leave a month">("30 wait, 40 come and 36 are served a month", (rows) =>
    rows.map((row) => {
      const leavingPercent = row["leave a month"].replace(" %", "");
      const series = seriesOf({ annual: "480", waitingAtStart: "30", leavingPercent }, "432");
      const waiting = cells([...series.waiting.slice(0, 6)], (one, at) => [`${at + 1}`, formatQuantity(one)]);
      return {
        ...row,
        ...waiting,
        "wait then, weeks": formatQuantity(found(waitWeeks(series, 5))),
      };
    }),
  );

  vectors<"by the end of month">("30 wait and 40 come a month: the capacity that clears the list", (rows) =>
    rows.map((row) => {
      const list = { waiting: 30, arrivals: Array<number>(12).fill(40), leavingShare: 0 };
      return { ...row, capacity: `${capacityToClear(list, Number(row["by the end of month"]))}` };
    }),
  );
});
