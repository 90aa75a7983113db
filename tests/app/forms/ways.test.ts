import { expect, test } from "vitest";
import { faultsOf } from "../../../app/components/grid/typed-rows";
import { gridRows, withNewRows } from "../../../app/components/grid/grid-rows";
import { gridListAt, listCells, listTable } from "../../../app/forms/list-table";
import { formatTable } from "../../../app/reports/format-table";
import { evaluatedExample } from "../../support/evaluated-example";

const EVALUATION = evaluatedExample("llr-2015-s1.json");
const BASE = "/provisions/joint/capacity";
const LIST = gridListAt(EVALUATION.scenario, BASE);
const CELLS = listCells(EVALUATION.scenario, LIST);
const ROWS = withNewRows(
  gridRows(formatTable(listTable(EVALUATION, LIST)), CELLS).rows,
  { base: BASE, one: LIST.one, cells: CELLS },
  {},
  1,
);
const faults = (fields: Readonly<Record<string, string>>) =>
  faultsOf(
    Object.fromEntries(Object.entries(fields).map(([field, text]) => [`${BASE}/${field}`, text])),
    ROWS,
    LIST.ways ?? [],
  );

test("a new entry of capacity waits until one way of saying it is whole", () => {
  expect(faults({ "-/activity": "advocacy", "-/unitsPerYear": "" })).toEqual({
    [`${BASE}/-/unitsPerYear`]:
      "The new row still needs one of: units a year; or staff; or refuge units; or programmes.",
  });
  expect(faults({ "-/activity": "advocacy", "-/fte": "3" })).toEqual({
    [`${BASE}/-/openCases`]:
      "The new row still needs open cases for each FTE and weeks that a case stays open.",
  });
  expect(
    faults({ "-/activity": "advocacy", "-/fte": "3", "-/contactHours": "954.6", "-/hoursPerCase": "12" }),
  ).toEqual({});
});

test("an entry that is there may be said in another way, once that is whole", () => {
  expect(faults({ "0/units": "4" })).toEqual({
    [`${BASE}/0/occupancyPercent`]:
      "24-hour helpline service still needs occupancy and length of stay (days).",
  });
  expect(faults({ "0/unitsPerYear": "9,000" })).toEqual({});
});

test("in the capacity of a lot only what the lot does can be chosen", () => {
  const activities = CELLS["-"]?.["activity"]?.choices?.map(({ value }) => value);
  expect(activities).toContain("helpline");
  expect(activities).not.toContain("refuge");
});
