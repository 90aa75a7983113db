import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Id } from "../../scenarios/model/identifiers";
import type { Priorities, PriorityLine } from "../../scenarios/model/scenario";
import { arePoints, type Panel, type PanelCell } from "../../scenarios/panel/panel";
import { readValue } from "../forms/read-value";
import { levelName } from "../reports/priorities";
import type { LoadedScenario } from "../services/services";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "./scenario-route";

export const personOf = ({ context: { identity } }: Pick<LoaderFunctionArgs, "context">): Id | null =>
  identity.kind === "person" ? identity.id : null;

export const panelHref = (args: Pick<LoaderFunctionArgs, "params">): string =>
  `${scenarioHref(scenarioKeyOf(args))}/priorities/panel`;

export const scoreHref = (href: string, line: Id): string => `${href}/score/${encodeURIComponent(line)}`;

export type PanelLine = {
  readonly loaded: LoadedScenario;
  readonly priorities: Priorities;
  readonly line: PriorityLine;
  readonly panel: Panel;
};

/** The line of the address and the panel's latest round, as the person who asks may see it. */
export async function requirePanelLine(args: LoaderFunctionArgs): Promise<PanelLine> {
  const loaded = await requireScenario(args);
  const { priorities } = loaded.scenario;
  const line = priorities?.lines.find(({ id }) => id === args.params["line"]);
  const panel = await args.context.services.panels.load(scenarioKeyOf(args), personOf(args));
  if (priorities === undefined || line === undefined || panel === null) throw notFound();
  return { loaded, priorities, line, panel };
}

/** A field for the points of one cell, with what 0 and 100 mean. */
export function pointsField(line: PriorityLine, { key, level, criterion }: PanelCell, value: string) {
  const ends = [
    ...(criterion.low === undefined ? [] : [`0: ${criterion.low}`]),
    ...(criterion.high === undefined ? [] : [`100: ${criterion.high}`]),
  ];
  return {
    name: key,
    level: line.levels.length > 1 ? levelName(level) : null,
    label: criterion.name,
    hint: ends.length === 0 ? null : ends.join(". "),
    value,
  };
}

export type PointsField = ReturnType<typeof pointsField>;

/** Reads points from 0 to 100 of a form; what is left empty is left out. Faults by field, in words. */
export function readPoints(cells: readonly PanelCell[], form: FormData) {
  const points: Record<string, string> = {};
  const faults: Record<string, string> = {};
  const typed: Record<string, string> = {};
  for (const { key, criterion } of cells) {
    const text = textOf(form, key);
    typed[key] = text;
    if (text.trim() === "") continue;
    const read = readValue("quantity", text);
    if (read.ok && typeof read.value === "string" && arePoints(read.value)) points[key] = read.value;
    else faults[key] = `${criterion.name}: enter points from 0 to 100, such as 65 or 67.5`;
  }
  return { points, faults, typed };
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
