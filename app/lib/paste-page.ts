import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { applyOperations } from "../../scenarios/changes/apply-operations";
import { diffDocuments } from "../../scenarios/changes/diff-documents";
import type { Operation } from "../../scenarios/changes/operation";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenario } from "../../scenarios/validate-scenario";
import { asJson } from "../forms/apply-edits";
import { editFields } from "../forms/edit-fields";
import { type GridList, gridLists, listCells, listTable, newRowKey } from "../forms/list-table";
import { nameOfElement } from "../forms/fields";
import { type PastedRow, readPastedRows } from "../forms/pasted-rows";
import { asInForm, placeIssues } from "../forms/place-issues";
import { formatTable } from "../reports/format-table";
import { pageOf } from "./element-page";
import { safeRedirect } from "./safe-redirect";
import {
  authorshipOf,
  notFound,
  requireEditor,
  requireScenario,
  scenarioHref,
  scenarioKeyOf,
} from "./scenario-route";
import { headingsOf } from "./shown-list";

/** What was pasted, cell by cell, with the fault of each: what is seen before anything is saved. */
export type PastePreview = {
  readonly text: string;
  readonly headings: readonly string[];
  readonly rows: readonly PreviewRow[];
  /** Every fault in a sentence, with the row it is in. */
  readonly faults: readonly string[];
};

type PreviewRow = {
  readonly id: string;
  readonly isNew: boolean;
  readonly cells: readonly { readonly text: string; readonly fault?: string; readonly isChanged: boolean }[];
};

/** The list of the address, with the name of what it stands in where there are several of its kind. */
function requireList({ params }: LoaderFunctionArgs, scenario: Scenario): GridList & { readonly of: string } {
  const list = gridLists(scenario).find(({ grid }) => grid.id === params["list"]);
  if (list === undefined) throw notFound();
  const [, section = "", id = ""] = list.base.split("/");
  const isInside = list.pattern.startsWith(`/${section}/*/`);
  return { ...list, of: isInside ? ` of ${nameOfElement(scenario, `/${section}/${id}`)}` : "" };
}

export async function loadPaste(args: LoaderFunctionArgs) {
  requireEditor(args);
  const { evaluation } = await requireScenario(args);
  const list = requireList(args, evaluation.scenario);
  const cells = listCells(evaluation.scenario, list)["-"] ?? {};
  const table = listTable(evaluation, list);
  return {
    title: `${table.title}${list.of}`,
    columns: table.columns.filter(({ id }) => id in cells).map(({ label }) => label),
    csvHref: `${scenarioHref(scenarioKeyOf(args))}/download/csv/${table.id}`,
    back: backTo(args, list),
    isWhole: list.grid.replaces !== undefined,
  };
}

/** The page on which the grid stands. */
const backTo = (args: LoaderFunctionArgs, list: GridList): string =>
  pageOf(scenarioHref(scenarioKeyOf(args)), { ...list, page: list.grid.page ?? list.page }, `${list.base}/-`);

/** Shows what would change; saves it as one change once that has been seen and has no fault. */
export async function savePaste(args: ActionFunctionArgs): Promise<Response> {
  const { evaluation, revision, scenario } = await requireScenario(args);
  const list = requireList(args, scenario);
  const form = await args.request.formData();
  const text = form.get("block");
  const { preview, operations } = previewOf(evaluation, list, typeof text === "string" ? text : "");
  const isRight = preview.faults.length === 0 && operations !== null;
  if (!isRight || form.get("step") !== "save") return Response.json(preview, { status: isRight ? 200 : 400 });
  const back = backTo(args, list);
  if (operations.length === 0) return safeRedirect(`${back}?saved=nothing`);
  const name = `${preview.rows.length} rows pasted: ${listTable(evaluation, list).title}${list.of}`;
  const change = { name, operations };
  const saved = await args.context.services.saveChange(
    scenarioKeyOf({ params: { ...args.params, scenario: scenario.id } }),
    { baseRevision: revision, change },
    authorshipOf(args),
  );
  if (saved.outcome === "saved") return safeRedirect(`${back}?saved=${saved.revision}`);
  const faults = ["The scenario was changed meanwhile: look at what would change now, and save again."];
  return Response.json({ ...preview, faults }, { status: 409 });
}

function previewOf(
  evaluation: Evaluation,
  list: GridList,
  text: string,
): { readonly preview: PastePreview; readonly operations: readonly Operation[] | null } {
  const { scenario } = evaluation;
  const before = list.grid.replaces?.(scenario) ?? scenario;
  const table = listTable(evaluation, list);
  const shown = formatTable(table);
  const texts = new Map(shown.rows.map(({ id, cells }) => [id, cells.map((cell) => cell.text)]));
  const headings = headingsOf(table);
  const pasted = readPastedRows(text, {
    base: list.base,
    columns: table.columns.map(({ id, label }) => ({ id, words: [label, headings[id] ?? label] })),
    cells: listCells(before, list),
    newRow: newRowKey(list),
    keys: list.pattern.endsWith("#") ? [] : (list.grid.keys ?? [table.columns[0]?.id ?? ""]),
    textOf: (row, column) => texts.get(row)?.[table.columns.findIndex(({ id }) => id === column)] ?? "",
  });
  if (!pasted.ok)
    return { preview: { text, headings: [], rows: [], faults: pasted.faults }, operations: null };
  const { errors, elsewhere, edited, document } = check(before, list, pasted.rows);
  const changed = new Set(edited.changed);
  const rows = pasted.rows.map(
    ({ id, isNew, cells }): PreviewRow => ({
      id,
      isNew,
      cells: cells.map(({ text: typed, field }) => {
        const fault = field === null ? undefined : errors[field.name];
        return {
          text: typed,
          isChanged: field !== null && changed.has(field.name),
          ...(fault === undefined ? {} : { fault }),
        };
      }),
    }),
  );
  const inCells = rows.flatMap(({ cells }, place) =>
    cells.flatMap(({ fault }) => (fault === undefined ? [] : [`Row ${place + 1}: ${fault}`])),
  );
  const named = new Set(pasted.rows.flatMap(({ cells }) => cells.map(({ field }) => field?.name)));
  const besides = Object.entries(errors).flatMap(([name, fault]) => (named.has(name) ? [] : [fault]));
  const faults = [...inCells, ...besides, ...elsewhere];
  return {
    preview: { text, headings: pasted.headings, rows, faults },
    operations: document === null ? null : diffDocuments(asJson(scenario), document),
  };
}

const NO_ERRORS: Readonly<Record<string, string>> = {};

/** Everything that would be refused, at the cells where it can be mended; the document with the rows where nothing is. */
function check(scenario: Scenario, { base }: GridList, rows: readonly PastedRow[]) {
  const fields = rows.flatMap(({ cells }) =>
    cells.flatMap(({ text, field }) => (field === null ? [] : [[field.name, text] as const])),
  );
  const create = rows.filter(({ isNew }) => isNew).map(({ id }) => `${base}/${id}`);
  const edited = editFields({ seen: scenario, now: scenario }, Object.fromEntries(fields), {
    create,
    like: null,
  });
  if (!edited.ok) return { edited, errors: edited.errors, elsewhere: [], document: null };
  const applied = applyOperations(asJson(scenario), edited.operations);
  const checked = applied.ok ? validateScenario(applied.document) : applied;
  if (applied.ok && checked.ok)
    return { edited, errors: NO_ERRORS, elsewhere: [], document: applied.document };
  const issues = checked.ok ? [] : checked.issues.map((issue) => asInForm(issue, edited.pointers));
  const placed = placeIssues(issues, Object.keys(Object.fromEntries(fields)));
  return {
    edited,
    errors: placed.errors,
    elsewhere: placed.elsewhere.map(({ message }) => message),
    document: null,
  };
}
