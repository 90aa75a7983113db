import { formatDay, formatFinancialYear } from "../../scenarios/model/calendar";
import type { CoverageStretch, Evaluation } from "../../scenarios/model/evaluation";
import type { Warning } from "../../scenarios/model/issue";
import { sumPence } from "../../scenarios/model/money";
import type { Scenario } from "../../scenarios/model/scenario";
import { formatCell, formatDateWords, formatPounds } from "./format-table";
import { joinFew, joinWords, namesOf } from "./names";
import type { ReportTable, Tone } from "./report-table";
import { withoutService } from "./waits";

/** The pages that a notice points to. */
export type NoticePage = "lots" | "contributions" | "transition" | "capacity" | "funding";

/** Something that a reader has to know, worst first, with the page that shows its cause. */
export type Notice = {
  readonly id: string;
  readonly tone: Extract<Tone, "bad" | "warn" | "muted">;
  readonly text: string;
  readonly page: NoticePage;
  /** Where in the document, for warnings about it. */
  readonly path?: string;
};

const ORDER = ["bad", "warn", "muted"] as const;

/** What the figures say by themselves and the warnings of the evaluation: gaps and missing money first. */
export function buildNotices(evaluation: Evaluation): readonly Notice[] {
  const notices = [
    ...gapNotices(evaluation),
    ...unfundedNotices(evaluation),
    ...shortfallNotices(evaluation),
    ...serviceNotices(evaluation),
    ...unconfirmedNotices(evaluation),
    ...evaluation.warnings.map((warning, place) => warningNotice(evaluation, warning, place)),
  ];
  return ORDER.flatMap((tone) => notices.filter((notice) => notice.tone === tone));
}

/** The notices as a table, for the sheet and the file. */
export function buildNoticesTable(evaluation: Evaluation): ReportTable {
  const words = { bad: "Act", warn: "Watch", muted: "Note" } as const;
  return {
    id: "notices",
    title: "What to know",
    note: "Worst first.",
    columns: [
      { id: "weight", label: "Weight", kind: "text" },
      { id: "text", label: "What", kind: "text" },
    ],
    rows: buildNotices(evaluation).map(({ id, tone, text }) => ({ id, cells: [words[tone], text], tone })),
  };
}

/** One notice an activity: the areas and the days, from the first to the last. */
function gapNotices(evaluation: Evaluation): Notice[] {
  return byActivity(evaluation, evaluation.coverage.gaps, (activity, where) => ({
    id: `gap-${activity}`,
    tone: "bad",
    text: `No service: ${where}.`,
    page: "transition",
  }));
}

function unconfirmedNotices(evaluation: Evaluation): Notice[] {
  return byActivity(evaluation, evaluation.coverage.unconfirmed, (activity, where) => ({
    id: `unconfirmed-${activity}`,
    tone: "warn",
    text: `Not confirmed: ${where}.`,
    page: "transition",
  }));
}

function byActivity(
  { scenario }: Evaluation,
  stretches: readonly CoverageStretch[],
  notice: (activity: string, where: string) => Notice,
): Notice[] {
  const names = namesOf(scenario);
  return scenario.activities.flatMap(({ id, name }) => {
    const own = stretches.filter(({ activity }) => activity === id);
    if (own.length === 0) return [];
    const areas = [...new Set(own.map(({ area }) => area))];
    const first = formatDateWords(formatDay(Math.min(...own.map(({ from }) => from))));
    const last = formatDateWords(formatDay(Math.max(...own.map(({ to }) => to))));
    const days = own.reduce((sum, stretch) => sum + stretch.days, 0);
    const where = areas.length > 3 ? `${areas.length} areas` : joinWords(areas.map(names.area));
    return [
      notice(
        id,
        `${name}, ${where}, between ${first} and ${last} (${formatCell(days, "whole")} days of service)`,
      ),
    ];
  });
}

function unfundedNotices({ funding, timeline, scenario }: Evaluation): Notice[] {
  const names = namesOf(scenario);
  return timeline.years.flatMap((year, place): Notice[] => {
    const unfunded = funding.unfunded[place] ?? 0n;
    if (unfunded <= 0n) return [];
    const provisions = joinFew((funding.bottleneck[place] ?? []).map(names.provision));
    const text = `${formatPounds(unfunded)} is unfunded in ${formatFinancialYear(year)}: money is short first for ${provisions}.`;
    return [{ id: `unfunded-${year}`, tone: "bad", text, page: "funding" }];
  });
}

function shortfallNotices({ contributions, scenario }: Evaluation): Notice[] {
  const names = namesOf(scenario);
  return [...contributions.values()].flatMap((outcome): Notice[] => {
    const missing = sumPence(outcome.shortfall);
    const about = { id: `shortfall-${outcome.round}`, page: "contributions" } as const;
    if (!outcome.happens) {
      const text = `${names.round(outcome.round)}: the round does not go ahead, so nobody pays a share and its capacity is lost.`;
      return [{ ...about, tone: "bad", text }];
    }
    if (missing <= 0n) return [];
    const text = `${names.round(outcome.round)}: ${formatPounds(missing)} of the pot is not covered by shares or top-ups.`;
    return [{ ...about, tone: "warn", text }];
  });
}

function serviceNotices(evaluation: Evaluation): Notice[] {
  const names = namesOf(evaluation.scenario);
  const without = withoutService(evaluation);
  const activities = [...new Set(without.map(({ activity }) => activity))];
  return activities.map((activity) => {
    const areas = without
      .filter((series) => series.activity === activity)
      .map(({ area }) => names.area(area));
    const where = areas.length > 3 ? `${areas.length} areas` : joinWords(areas);
    const text = `${names.activity(activity)} has demand but no capacity at the end, in ${where}.`;
    return { id: `no-service-${activity}`, tone: "warn", text, page: "capacity" };
  });
}

function warningNotice({ scenario }: Evaluation, { path, code, message }: Warning, place: number): Notice {
  const subject = subjectOf(scenario, path);
  const text = subject === null ? message : `${subject}: ${message.replace(/^The /, "the ")}`;
  return { id: `${code}-${place + 1}`, tone: "warn", text, page: pageOf(path), path };
}

/** The name of the thing that a path is about, which its message leaves out. */
function subjectOf(scenario: Scenario, path: string): string | null {
  const [, list = "", id = ""] = path.split("/");
  const names = namesOf(scenario);
  const nameIn = { provisions: names.provision, fundingSources: names.source, contributions: names.round };
  return id !== "" && Object.hasOwn(nameIn, list) ? nameIn[list as keyof typeof nameIn](id) : null;
}

function pageOf(path: string): NoticePage {
  if (path.startsWith("/contributions")) return "contributions";
  if (path.startsWith("/fundingSources") || path.includes("/funding")) return "funding";
  return path.startsWith("/demand") || path.includes("/capacity") ? "capacity" : "lots";
}
