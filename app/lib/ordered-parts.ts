import type { ActionFunctionArgs } from "@remix-run/node";
import { orderId, type OrderedPartsProps } from "../components/priorities/ordered-parts";
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

/** The lines, in the order of every table, sheet and paper; null where there is nothing to order. */
export const orderedLines = (href: string, { lines }: Priorities): OrderedPartsProps | null =>
  inOrder(href, { id: "line-order", title: "Order of the lines", one: "line", list: "lines" }, lines);

/** The budgets, in the order of every table, sheet and paper; null where there is nothing to order. */
export const orderedBudgets = (href: string, { budgets }: Priorities): OrderedPartsProps | null =>
  inOrder(
    href,
    { id: "budget-order", title: "Order of the budgets", one: "budget", list: "budgets" },
    budgets,
  );

function inOrder(
  href: string,
  { list, ...shown }: Pick<OrderedPartsProps, "id" | "title" | "one"> & { readonly list: string },
  elements: readonly { readonly id: string; readonly name: string }[],
): OrderedPartsProps | null {
  if (elements.length < 2) return null;
  return {
    ...shown,
    orderHref: `${href}/priorities/order`,
    list: `/priorities/${list}`,
    addHref: null,
    parts: elements.map(({ id, name }) => ({ key: id, name, deleteHref: null })),
  };
}

/** The lists whose order is shown, and the page on which each stands. */
const ORDERED: readonly (readonly [RegExp, (held: string) => string])[] = [
  [/^\/priorities\/(criteria|lines|budgets)$/, (list) => list],
  [/^\/priorities\/lines\/([^/]+)\/levels$/, (line) => `lines/${line}`],
];

/** Moves a part one place up or down, or to a place of the list as it is now. */
export async function movePart(args: ActionFunctionArgs): Promise<Response> {
  const { scenario, revision } = await requireScenario(args);
  const form = await args.request.formData();
  const [list, part] = [form.get("list"), form.get("part")];
  if (typeof list !== "string" || typeof part !== "string") throw notFound();
  const [pattern, page] = ORDERED.find(([one]) => one.test(list)) ?? [];
  const keys = pattern === undefined ? null : resolvePointer(scenario, list);
  const elements = keys === null ? undefined : (valueAt(scenario, keys) as Json);
  if (pattern === undefined || page === undefined || !isList(elements)) throw notFound();
  const back = `${scenarioHref(scenarioKeyOf(args))}/priorities/${page(pattern.exec(list)?.[1] ?? "")}`;
  const from = elements.findIndex((element) => isObject(element) && element["id"] === part);
  const moved = elements[from];
  const to = placeAsked(form, from, elements.length);
  const anchor = `#${orderId(list, part)}`;
  if (moved === undefined || to === from) return safeRedirect(`${back}${anchor}`);
  const order = elements.toSpliced(from, 1).toSpliced(to, 0, moved);
  const operations = diffDocuments(
    asJson(scenario),
    putValue(asJson(scenario), list.split("/").slice(1), order),
  );
  const name = isObject(moved) && typeof moved["name"] === "string" ? moved["name"] : part;
  const saved = await args.context.services.saveChange(
    scenarioKeyOf(args),
    {
      baseRevision: revision,
      change: { name: `Moved ${to < from ? "up" : "down"}: ${name}`, operations },
    },
    authorshipOf(args),
  );
  if (saved.outcome === "saved") return safeRedirect(`${back}?saved=${saved.revision}${anchor}`);
  throw new Response("Somebody else changed this list at the same moment. Go back and move it again.", {
    status: 409,
  });
}

/** The place, from 0, that a form asks for; of what cannot be read the place that it has. A place behind the last is the last. */
function placeAsked(form: FormData, from: number, count: number): number {
  const [to, place] = [form.get("to"), form.get("place")];
  if (to === "up") return Math.max(0, from - 1);
  if (to === "down") return Math.min(count - 1, from + 1);
  const wanted = typeof place === "string" && /^\d{1,4}$/.test(place.trim()) ? Number(place) : from + 1;
  return Math.min(count, Math.max(1, wanted)) - 1;
}
