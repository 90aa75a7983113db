import { collectInputs } from "../../app/workbook/collect-inputs";
import { inputsSheet } from "../../app/workbook/inputs-sheet";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenario } from "../../scenarios/validate-scenario";
import { exampleScenario } from "./evaluated-example";
import type { Typed } from "./workbook-cells";

/** One change of an example: what a finance officer types, said as the values of the scenario file that it changes. */
export type WorkbookChange = {
  readonly file: string;
  readonly about: string;
  readonly values: readonly (readonly [path: string, value: unknown])[];
  /** An exact half penny lies on the way: HyperFormula rounds it down, and LibreOffice alone is the judge. */
  readonly halfPenny?: boolean;
};

/** An example of which contracts state their VAT and may be extended. */
export const WITH_VAT = "llr-2015-s1.json, with VAT";
const [S1, S2, S3] = ["llr-2015-s1.json", "llr-2015-s2.json", "llr-2015-s3.json"] as const;
const DISTRICTS = "/contributions/districts";
const member = (id: string): string => `${DISTRICTS}/members/${id}/choice`;
const change = (file: string, about: string, ...values: WorkbookChange["values"]): WorkbookChange => ({
  file,
  about,
  values,
});

/** The changes by hand, each of another kind of assumption. */
export const WORKBOOK_CHANGES: readonly WorkbookChange[] = [
  change(S1, "an index rate rises", ["/indexes/cpi/rates/2016/17", "3.7"]),
  {
    ...change(S1, "an index rate falls below zero", ["/indexes/cpi/rates/2017/18", "-1.25"]),
    halfPenny: true,
  },
  { ...change(S1, "a price", ["/provisions/joint/price/annual", "1234567.89"]), halfPenny: true },
  change(S1, "a price a penny higher", ["/provisions/family/price/annual", "190000.01"]),
  change(S1, "the bridging premium", ["/provisions/br1/price/premiumPercent", "7.5"]),
  change(S1, "the joint start slips a month", ["/provisions/joint/start", "2015-11-01"]),
  change(S1, "the joint start slips into a month", ["/provisions/joint/start", "2015-10-17"]),
  change(S1, "bridging ends within a month", ["/provisions/br2/end", "2015-09-12"]),
  change(S1, "a contract ends on a leap day", ["/provisions/refuge/end", "2016-02-29"]),
  change(S1, "the first uplift is later", ["/provisions/ex-city/price/firstUplift", "2016-04-01"]),
  change(S1, "the least uplift of a price", ["/provisions/refuge/price/upliftFloor", "4"]),
  change(S1, "a contract paid by the quarter in advance", ["/provisions/joint/payment", "quarterly-advance"]),
  change(
    S1,
    "contracts paid at other times",
    ["/provisions/refuge/payment", "quarterly-arrears"],
    ["/provisions/ex-city/payment", "monthly-advance"],
  ),
  change(S1, "a risk that becomes likelier", ["/risks/0/likelihood", 5]),
  change(S1, "a price by year", ["/provisions/p360/price/schedule/2014/15", "81000.55"]),
  change(S1, "a contract with a price by year starts later", ["/provisions/campaign/start", "2014-12-20"]),
  change(S1, "the pot", [`${DISTRICTS}/pot/annual`, "300000.00"]),
  change(S1, "an odd pot", [`${DISTRICTS}/pot/annual`, "249999.99"]),
  change(S1, "the pot's first uplift", [`${DISTRICTS}/pot/firstUplift`, "2016-04-01"]),
  change(
    S1,
    "the weights",
    [`${DISTRICTS}/share/weights/0/percent`, "35"],
    [`${DISTRICTS}/share/weights/2/percent`, "35"],
  ),
  change(S1, "a population", ["/areas/melton/bases/population", "61000"]),
  change(S1, "incidents", ["/areas/charnwood/bases/incidents", "3000"]),
  change(S1, "one district declines", [member("melton"), []]),
  change(
    S1,
    "three districts decline",
    [member("melton"), []],
    [member("blaby"), ["C"]],
    [member("harborough"), "undecided"],
  ),
  change(S1, "the round starts later", [`${DISTRICTS}/from`, "2016-01-15"]),
  change(S1, "the round ends earlier", [`${DISTRICTS}/to`, "2017-12-31"]),
  change(S1, "a source has more", ["/fundingSources/lcc-core/amounts/2015/16", "650000.00"]),
  change(S1, "a source has nothing", ["/fundingSources/opcc-core/amounts/2016/17", "0.00"]),
  change(S1, "an agreed annual line", ["/provisions/ex-helpline/funding/0/annual", "40000.00"]),
  change(S1, "an agreed percent", ["/provisions/ex-idva/funding/0/percent", "45"]),
  change(S2, "a fourth district declines", [member("blaby"), []]),
  change(S2, "a district comes back", [member("melton"), ["B"]]),
  change(S2, "fixed shares instead of re-spreading", [
    `${DISTRICTS}/whenSomeDecline`,
    { rule: "fixed-share" },
  ]),
  change(S2, "scale instead of re-spreading", [`${DISTRICTS}/whenSomeDecline`, { rule: "scale" }]),
  change(S2, "a threshold that is reached", [
    `${DISTRICTS}/whenSomeDecline`,
    { rule: "threshold", percent: "60", then: "re-spread" },
  ]),
  change(S2, "a threshold that is missed", [
    `${DISTRICTS}/whenSomeDecline`,
    { rule: "threshold", percent: "85", then: "scale" },
  ]),
  change(
    S2,
    "nobody pays",
    ...["blaby", "charnwood", "hinckley-bosworth", "nw-leicestershire"].map(
      (id) => [member(id), []] as const,
    ),
  ),
  change(
    S2,
    "the pot and the weights at once",
    [`${DISTRICTS}/pot/annual`, "275000.00"],
    [`${DISTRICTS}/share/weights/0/percent`, "70"],
    [`${DISTRICTS}/share/weights/1/percent`, "10"],
  ),
  change(S3, "units bought in", [`${DISTRICTS}/members/harborough/buyInUnits`, "650"]),
  change(S3, "the price of a band", [`${DISTRICTS}/buyIn/bands/0/price`, "52.50"]),
  change(S3, "a buy-in and a share together", [member("harborough"), ["A", "B"]]),
  change(S3, "a one-off cost", ["/provisions/dv-lot/oneOffs/0/amount", "61000.00"]),
  change(S3, "a one-off cost in another year", ["/provisions/dv-lot/oneOffs/0/date", "2016-05-01"]),
  change(S3, "re-spreading instead of scale", [`${DISTRICTS}/whenSomeDecline`, { rule: "re-spread" }]),
  change("small/s02-collar-year-after-year.json", "the collar", [
    "/contributions/round/share/collar/maximumRisePercent",
    "25",
  ]),
  change("small/s02-collar-year-after-year.json", "a historic figure", [
    "/contributions/round/share/collar/historic/ashby",
    "9000.00",
  ]),
  change("small/s03-fields-when-one-declines.json", "the top-up", [
    "/contributions/fixed-share/whenSomeDecline/toppedUpBy/0/percent",
    "35",
  ]),
  change("small/s03-fields-when-one-declines.json", "an agreed figure", [
    "/contributions/fixed-share-and-override/members/brook/override/annual",
    "410.10",
  ]),
  change("small/s06-lapsing-money-first.json", "less money that lapses", [
    "/fundingSources/b-grant/amounts/2015/16",
    "10.00",
  ]),
  change("small/s08-threshold-exactly.json", "a threshold by a millionth", [
    "/contributions/three-sevenths-met/whenSomeDecline/percent",
    "42.857143",
  ]),
  change("small/s14-if-others-decline.json", "a lower most", [
    "/contributions/re-spread-with-maximum/share/maximum",
    "520.00",
  ]),
  change("small/s14-if-others-decline.json", "a most that binds", [
    "/contributions/re-spread-with-maximum/members/cliffe/choice",
    ["B"],
  ]),
  change("small/s01-half-penny-months.json", "a price with a half penny in its months", [
    "/provisions/odd/price/annual",
    "61000.05",
  ]),
  change(WITH_VAT, "a rate of VAT", ["/provisions/joint/vat/percent", "17.5"]),
  change(WITH_VAT, "the VAT that is recovered", ["/provisions/refuge/vat/recoverablePercent", "12.5"]),
  change(
    WITH_VAT,
    "a contract with VAT at another price, which ends within a month",
    ["/provisions/joint/price/annual", "987654.32"],
    ["/provisions/joint/end", "2018-08-13"],
  ),
  change(WITH_VAT, "a price by year with VAT", ["/provisions/p360/price/schedule/2014/15", "81000.55"]),
];

/** A change, with the scenario before, its evaluation after, and what has to be typed into the workbook. */
export type AppliedChange = {
  readonly before: Scenario;
  readonly after: Evaluation;
  readonly typed: readonly Typed[];
};

/** The scenario that a change is made to. */
export function scenarioBefore(file: string): Scenario {
  return file === WITH_VAT ? withVat(exampleScenario(S1)) : exampleScenario(file);
}

/** Of every three contracts one with all VAT recovered, one with half of it, one with none stated; some may be extended. */
function withVat(scenario: Scenario): Scenario {
  const provisions = scenario.provisions.map((provision, place) => ({
    ...provision,
    ...(place % 3 === 0 && { vat: { percent: "20" } }),
    ...(place % 3 === 1 && { vat: { percent: "20", recoverablePercent: "50" } }),
    ...(place % 2 === 0 && { extensions: [{ months: 12 }, { months: 7 }] }),
    ...(["joint", "p360"].includes(provision.id) && { vat: { percent: "20", recoverablePercent: "90" } }),
  }));
  return { ...scenario, provisions };
}

export function applyChange({ file, values }: WorkbookChange): AppliedChange {
  const before = scenarioBefore(file);
  const document = structuredClone(before) as unknown as Tree;
  for (const [path, value] of values) setValue(document, path, value);
  const parsed = validateScenario(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return { before, after: evaluateScenario(parsed.scenario), typed: typedFor(before, parsed.scenario) };
}

/** The inputs of the workbook that differ between two scenarios. */
function typedFor(before: Scenario, after: Scenario): Typed[] {
  const places = inputsSheet(evaluateScenario(before));
  const values = new Map(collectInputs(before).map(({ path, value }) => [path, value]));
  return collectInputs(after)
    .filter(({ path, value }) => values.has(path) && values.get(path) !== value)
    .map(({ path, value }) => ({
      sheet: "Inputs",
      address: places.at(path).replace("Inputs!", "").replaceAll("$", ""),
      value,
    }));
}

type Tree = Record<string, unknown>;

/** Sets a value by its path: ids (organisations of members) where a list has them, places from 0 elsewhere. */
function setValue(document: Tree, path: string, value: unknown): void {
  const steps = path.split("/").slice(1);
  // A financial year has a stroke of its own.
  const keys = steps.flatMap((step, place) => {
    if (/^\d{2}$/.test(step) && /^\d{4}$/.test(steps[place - 1] ?? "")) return [];
    return /^\d{4}$/.test(step) && /^\d{2}$/.test(steps[place + 1] ?? "")
      ? [`${step}/${steps[place + 1] ?? ""}`]
      : [step];
  });
  const parent = keys.slice(0, -1).reduce<unknown>((inner, key) => stepInto(inner, key), document);
  if (typeof parent !== "object" || parent === null) throw new Error(`no such place: ${path}`);
  (parent as Tree)[keys.at(-1) ?? ""] = value;
}

function stepInto(inner: unknown, key: string): unknown {
  if (!Array.isArray(inner)) return (inner as Tree)[key];
  const list = inner as readonly Tree[];
  return list.find((item) => item["id"] === key || item["organisation"] === key) ?? list[Number(key)];
}
