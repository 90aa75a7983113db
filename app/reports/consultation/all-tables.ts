import type { Consultation } from "../../../scenarios/consultation/consultation";
import type { Scenario } from "../../../scenarios/model/scenario";
import type { ReportTable } from "../report-table";
import { type AskedPartner, buildAnswersTable, buildReplyTables, buildStandingsTable } from "./replies";
import { whatChanged } from "./what-changed";

/** Every table of a consultation, for its files. */
export function consultationTables({
  consultation: { questions, silence },
  partners,
  scenarios,
}: {
  readonly consultation: Pick<Consultation, "questions" | "silence">;
  readonly partners: readonly AskedPartner[];
  readonly scenarios: readonly Scenario[];
}): readonly ReportTable[] {
  const replies = partners.flatMap(({ reply }) => (reply === null ? [] : [reply]));
  const changes = scenarios.flatMap((scenario) => whatChanged(scenario, replies, silence)?.table ?? []);
  return [
    buildStandingsTable(partners),
    ...buildReplyTables(partners),
    buildAnswersTable(partners, questions),
    ...changes,
  ];
}
