import type { Check, Evaluation } from "../../scenarios/model/evaluation";
import { type Names, namesOf } from "./names";
import type { ReportTable } from "./report-table";

/** Whether the same pounds, counted two ways, come to the same. */
export function buildChecksTable(evaluation: Evaluation): ReportTable {
  const names = namesOf(evaluation.scenario);
  return {
    id: "checks",
    title: "Checks",
    note: "Each line counts the same pounds two ways.",
    columns: [
      { id: "check", label: "Check", kind: "text" },
      { id: "holds", label: "Holds", kind: "text" },
      { id: "difference", label: "Difference", kind: "money" },
    ],
    rows: evaluation.checks.map((check) => ({
      id: check.id,
      cells: [
        checkWords(check, names),
        check.ok ? "Yes" : { value: "No", words: "No", tone: "bad" },
        check.difference,
      ],
      ...(check.ok ? {} : { tone: "bad" as const }),
    })),
  };
}

/** The kinds of check by the first word of their id; the rest is what they are about, perhaps with a year. */
const KINDS: Readonly<Record<string, { readonly name: keyof Names; readonly words: string }>> = {
  cost: { name: "provision", words: "the years sum to the months" },
  round: { name: "round", words: "the pot is what is paid, topped up and short" },
  funding: { name: "provision", words: "the cost is contributions, sources and what is unfunded" },
  source: { name: "source", words: "what is available is used and unused" },
};

/** A check in the field's words: "County refuge, 2015/16: the cost is contributions, sources and what is unfunded". */
export function checkWords({ id, about }: Check, names: Names): string {
  const match = /^(?<kind>[a-z]+)-(?<subject>.+?)(?:-(?<year>\d{4}\/\d{2}))?$/.exec(id)?.groups;
  const kind = KINDS[match?.["kind"] ?? ""];
  const subject = match?.["subject"];
  if (kind === undefined || subject === undefined) return about;
  const year = match?.["year"];
  return `${names[kind.name](subject)}${year === undefined ? "" : `, ${year}`}: ${kind.words}`;
}
