import type { ListRule } from "../list-rule";
import { yearFields } from "./years";

/** Funding sources and indexes. */
export const MONEY_LISTS: readonly ListRule[] = [
  {
    pattern: "/fundingSources/*",
    one: "funding source",
    page: "funding",
    fields: (scenario) => [
      "name",
      "owner",
      "certainty",
      ...yearFields(
        scenario,
        "amounts",
        (scenario.fundingSources ?? []).map(({ amounts }) => amounts),
      ),
      "carryForward",
      "onlyFor/provisions",
      "onlyFor/activities",
      "onlyFor/areas",
    ],
    blank: ({ organisations }) => ({ owner: organisations[0]?.id ?? "", amounts: {} }),
    grid: {
      id: "edit-funding-sources",
      title: "Funding sources",
      note: "What each funder gives in each financial year, before anything is paid from it. A source without limits may pay for anything.",
      empty:
        "No funding source is entered yet, so everything is unfunded. Enter who pays, how much in each financial year, and how sure it is.",
    },
  },
  {
    pattern: "/indexes/*",
    one: "index",
    page: "data",
    fields: (scenario) => [
      "name",
      ...yearFields(
        scenario,
        "rates",
        (scenario.indexes ?? []).map(({ rates }) => rates),
      ),
    ],
    blank: () => ({ rates: {} }),
    grid: {
      id: "edit-indexes",
      title: "Indexes",
      note: "By how much an indexed price rises on 1 April of each financial year.",
      empty: "No index is entered. Without one, prices stay as they are.",
    },
  },
];
