import type { ActionFunctionArgs } from "@remix-run/node";
import type { OrderedPartsProps } from "../components/priorities/ordered-parts";
import { diffDocuments } from "../../scenarios/changes/diff-documents";
import { isList, isObject, type Json } from "../../scenarios/changes/json";
import { resolvePointer, valueAt } from "../../scenarios/changes/pointer";
import type { Priorities, PriorityLine } from "../../scenarios/model/scenario";
import { asJson } from "../forms/apply-edits";
import { putValue } from "../forms/put-value";
import { levelName } from "../reports/priorities";
import { safeRedirect } from "./safe-redirect";
import { authorshipOf, notFound, requireScenario, scenarioHref, scenarioKeyOf } from "./scenario-route";

type Parts = Omit<OrderedPartsProps, "id" | "title">;

/** The criteria, in the order in which the grid and the panel's form have them: lines have points on at least one. */
export function orderedCriteria(href: string, { criteria }: Priorities): Parts {
  return {
    one: "criterion",
    orderHref: `${href}/priorities/order`,
    list: "/priorities/criteria",
    addHref: `${href}/priorities/criteria/new`,
    parts: criteria.map(({ id, name }) => ({
      key: id,
      name,
      deleteHref: criteria.length > 1 ? `${href}/delete/priorities/criteria/${id}` : null,
    })),
  };
}

/** The levels of a line, from the least to the most: a line has at least one. */
export function orderedLevels(href: string, { id, levels }: PriorityLine): Parts {
  const list = `/priorities/lines/${id}/levels`;
  const like = encodeURIComponent(`${list}/${levels.at(-1)?.id ?? ""}`);
  return {
    one: "level",
    orderHref: `${href}/priorities/order`,
    list,
    addHref: `${href}/edit${list}/-?like=${like}`,
    parts: levels.map((level) => ({
      key: level.id,
      name: levelName(level),
      deleteHref: levels.length > 1 ? `${href}/delete${list}/${level.id}` : null,
    })),
  };
}

/** Lines and budgets, in the order of every table, sheet and paper. */
export function orderedLines(href: string, { lines, budgets }: Priorities): readonly OrderedPartsProps[] {
  const parts = (list: string, elements: readonly { readonly id: string; readonly name: string }[]) => ({
    orderHref: `${href}/priorities/order`,
    list,
    addHref: null,
    parts: elements.map(({ id, name }) => ({ key: id, name, deleteHref: null })),
  });
  return [
    { id: "line-order", title: "Order of the lines", one: "line", ...parts("/priorities/lines", lines) },
    {
      id: "budget-order",
      title: "Order of the budgets",
      one: "budget",
      ...parts("/priorities/budgets", budgets),
    },
  ].filter((list) => list.parts.length > 1);
}

/** The lists whose order is shown, and the page on which each stands. */
const ORDERED: readonly (readonly [RegExp, (line: string) => string])[] = [
  [/^\/priorities\/criteria$/, () => "settings"],
  [/^\/priorities\/(?:lines|budgets)$/, () => "lines"],
  [/^\/priorities\/lines\/([^/]+)\/levels$/, (line) => `lines/${line}`],
];

/** Moves a part one place up, as the list is now. */
export async function moveUp(args: ActionFunctionArgs): Promise<Response> {
  const { scenario, revision } = await requireScenario(args);
  const form = await args.request.formData();
  const [list, part] = [form.get("list"), form.get("part")];
  if (typeof list !== "string" || typeof part !== "string") throw notFound();
  const [pattern, page] = ORDERED.find(([one]) => one.test(list)) ?? [];
  const keys = pattern === undefined ? null : resolvePointer(scenario, list);
  const elements = keys === null ? undefined : (valueAt(scenario, keys) as Json);
  if (pattern === undefined || page === undefined || !isList(elements)) throw notFound();
  const back = `${scenarioHref(scenarioKeyOf(args))}/priorities/${page(pattern.exec(list)?.[1] ?? "")}`;
  const place = elements.findIndex((element) => isObject(element) && element["id"] === part);
  const moved = elements[place];
  if (moved === undefined || place === 0) return safeRedirect(back);
  const order = elements.toSpliced(place, 1).toSpliced(place - 1, 0, moved);
  const operations = diffDocuments(
    asJson(scenario),
    putValue(asJson(scenario), list.split("/").slice(1), order),
  );
  const name = isObject(moved) && typeof moved["name"] === "string" ? moved["name"] : part;
  const saved = await args.context.services.saveChange(
    scenarioKeyOf(args),
    { baseRevision: revision, change: { name: `Moved up: ${name}`, operations } },
    authorshipOf(args),
  );
  if (saved.outcome === "saved") return safeRedirect(`${back}?saved=${saved.revision}`);
  throw new Response("Somebody else changed this list at the same moment. Go back and move it again.", {
    status: 409,
  });
}
