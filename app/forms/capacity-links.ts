import type { Provision, Scenario } from "../../scenarios/model/scenario";
import { namesOf } from "../reports/names";
import { CAPACITY_FORMS } from "./lists/provision-groups";

/** Where entries of capacity are added to a provision and deleted. */
export function capacityLinks(
  scenario: Scenario,
  { id, capacity = [] }: Provision,
  href: string,
): readonly { readonly text: string; readonly href: string }[] {
  const names = namesOf(scenario);
  return [
    ...Object.entries(CAPACITY_FORMS).map(([form, { words }]) => ({
      text: `Add capacity: ${words}`,
      href: `${href}/edit/provisions/${id}/capacity/-?form=${form}`,
    })),
    ...capacity.map(({ activity }, place) => ({
      text: `Delete the capacity for ${names.activity(activity)}`,
      href: `${href}/delete/provisions/${id}/capacity/${place}`,
    })),
  ];
}
