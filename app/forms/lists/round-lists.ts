import type { ListRule } from "../list-rule";
import { choicesOf } from "../round-form";

/** What belongs to one round of contributions: who is asked, what a bought unit costs, who tops up. */
export const ROUND_LISTS: readonly ListRule[] = [
  {
    pattern: "/contributions/*/members/*",
    one: "member of the round",
    page: "contributions/{id}",
    fields: () => ["organisation", "area", "choice", "status", "buyInUnits", "minimum", "maximum"],
    blank: () => ({ choice: "undecided" }),
    grid: {
      id: "members-of",
      title: "Who is asked, and what each chooses",
      note: "A buys units, B pays a share of the pot, C signs the framework. The least and the most are of the share that a member pays in a year.",
      empty: "Nobody is asked. Add each organisation with its area.",
      notAdded: ["minimum", "maximum"],
      choices: ({ contributions = [] }, base) => {
        const round = contributions.find(({ id }) => base.split("/")[2] === id);
        return round === undefined ? {} : { choice: choicesOf(round) };
      },
    },
  },
  {
    pattern: "/contributions/*/buyIn/bands/#",
    one: "price band",
    page: "contributions/{id}",
    fields: () => ["upTo", "price"],
    grid: {
      id: "bands-of",
      title: "Price bands of option A",
      note: "What a unit costs up to so many units a year. The last band has no upper end.",
      empty: "Nothing can be bought in this round until its form says which activity, and its first price.",
      notAdded: ["price"],
    },
  },
  {
    pattern: "/contributions/*/whenSomeDecline/toppedUpBy/#",
    one: "organisation that tops up",
    page: "contributions/{id}",
    fields: () => ["organisation", "percent"],
    grid: {
      id: "top-ups-of",
      title: "Who tops up what is missing",
      note: "Under a fixed share, what those leave who decline is paid by these in these parts.",
      empty: "Nobody tops up: what is missing is a shortfall.",
    },
  },
];
