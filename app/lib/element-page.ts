import type { LoaderFunctionArgs } from "@remix-run/node";
import { elementForm, findElement, type FoundElement } from "../forms/list-form";
import type { ListRule } from "../forms/list-rule";
import { nameOfElement } from "../forms/fields";
import { withArticle } from "./with-article";
import { notFound, requireEditor, requireScenario, scenarioHref, scenarioKeyOf } from "./scenario-route";

/** What the form of one element of a list shows. */
export async function loadElement(args: LoaderFunctionArgs, pointer: string) {
  const { scenario, revision } = await requireScenario(args);
  const found = findElement(scenario, pointer);
  if (found === null) throw notFound();
  // Whoever may not change anything reads what is there.
  if (found.isNew) requireEditor(args);
  const { searchParams } = new URL(args.request.url);
  const like = searchParams.get("like");
  if (like !== null && findElement(scenario, like)?.list !== found.list) throw notFound();
  const href = scenarioHref(scenarioKeyOf(args));
  const { list, isNew } = found;
  return {
    caption: isNew ? "New" : `${list.one.charAt(0).toUpperCase()}${list.one.slice(1)}`,
    title: isNew ? `Add ${withArticle(list.one)}` : nameOfElement(scenario, pointer) || "Without a name",
    revision,
    groups: elementForm(scenario, found, { like, form: searchParams.get("form") }),
    create: isNew ? [pointer] : [],
    like,
    back: pageOf(href, list, pointer),
    more: isNew
      ? null
      : {
          one: list.one,
          deleteHref: `${href}/delete${pointer}`,
          copyHref: `${href}/edit${pointer.slice(0, pointer.lastIndexOf("/"))}/-?like=${encodeURIComponent(pointer)}`,
        },
  };
}

export type ElementPage = Awaited<ReturnType<typeof loadElement>>;

/** The page on which a list stands. */
export function pageOf(href: string, { page, pattern }: ListRule, pointer: string): string {
  return `${href}/${page.replace("{id}", pointer.split("/")[pattern.split("/").indexOf("*")] ?? "")}`;
}

/** Where a saved form leads: something new with a page of its own is shown there, to go on with. */
export function pageAfter(href: string, { list, pointer }: FoundElement, added: string | undefined): string {
  return list.opens === undefined || added === undefined
    ? pageOf(href, list, pointer)
    : `${href}/${list.opens}${added.slice(added.lastIndexOf("/") + 1)}`;
}
