import type { Pointer } from "../../scenarios/changes/pointer";
import { LISTS } from "../forms/lists";
import { priorityForm } from "../forms/priority-labels";

/** The page of a scenario on which the value at a pointer can be changed; undefined where there is none. */
export function editHref(scenarioHref: string, pointer: Pointer): string | undefined {
  const [, section = "", id] = pointer.split("/");
  if (section === "provisions" && pointer.endsWith("/drawOrder")) return `${scenarioHref}/funding/order`;
  if (section === "provisions" && id !== undefined) return `${scenarioHref}/lots/${id}`;
  if (section === "contributions" && id !== undefined) return `${scenarioHref}/contributions#${id}`;
  if (section === "basisUnits" && id !== undefined) return `${scenarioHref}/data/bases/${id}`;
  if (section === "lotStructure") return `${scenarioHref}/lot-structure/edit`;
  if (section === "priorities") return `${scenarioHref}/priorities/${priorityForm(pointer)}`;
  const list = LISTS.find(({ pattern }) => pattern.startsWith(`/${section}/`));
  return list === undefined ? undefined : `${scenarioHref}/${list.page}`;
}
