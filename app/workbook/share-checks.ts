import { formatFinancialYear } from "../../scenarios/model/calendar";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { ContributionRound } from "../../scenarios/model/scenario";
import type { WorkbookCheck, WorkbookPlaces } from "./workbook-check";
import { contributionRow } from "./contribution-sources";
import { hasBounds } from "./share-columns";
import { CANNOT } from "./share-formulas";

/** For each round and year: the shares are those that the rule gives, and the pot can be shared as it asks. */
export function shareChecks({ scenario, timeline }: Evaluation, at: WorkbookPlaces): WorkbookCheck[] {
  const rounds = (scenario.contributions ?? []).filter(({ share }) => share !== undefined);
  const years = timeline.years.map(formatFinancialYear);
  return rounds.flatMap((round) => years.flatMap((year) => roundYearChecks(round, year, at)));
}

function roundYearChecks(round: ContributionRound, year: string, at: WorkbookPlaces): WorkbookCheck[] {
  const contributions = at("Contributions");
  const members = round.members.map(({ organisation }) => contributionRow(round.id, year, organisation));
  const [first = "", last = ""] = [members[0], members.at(-1)];
  const column = (id: string): string => contributions.range(id, first, last);
  const pot = (id: string): string => contributions.cell(contributionRow(round.id, year, "pot"), id);
  const fixed = `SUMPRODUCT(${column("takes")},${column("result-all")})`;
  const expected = `IF(${pot("takes")}=0,0,IF(${pot("choice")}="re-spread",${pot("pot")},${fixed}))`;
  const impossible = `IF(${pot("choice")}="re-spread",COUNTIF(${column("result-payers")},"${CANNOT}"),COUNTIF(${column("result-all")},"${CANNOT}"))`;
  const subject = `${round.name}, ${year}`;
  const allowedCheck: WorkbookCheck = {
    id: `bounds-${round.id}-${year}`,
    about: `${subject}: the least, the most and the collar allow the pot`,
    formula: `IF(${pot("takes")}=0,0,${impossible})`,
    where: "Contributions",
    counts: true,
  };
  return [
    {
      id: `shares-${round.id}-${year}`,
      about: `${subject}: the shares are what the rule gives`,
      formula: `SUM(${column("share")})-${expected}`,
      where: "Contributions",
    },
    ...(hasBounds(round) || round.share?.collar !== undefined ? [allowedCheck] : []),
  ];
}
