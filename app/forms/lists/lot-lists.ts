import type { ListRule } from "../list-rule";

/** The parts of the lot structure: they are edited in one form, since percents sum to 100 and lots hold every block. */
export const LOT_LISTS: readonly ListRule[] = [
  {
    pattern: "/lotStructure/blocks/*",
    one: "service to let apart",
    page: "lot-structure/edit",
    fields: () => ["name"],
  },
];
