import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { answeredOf, cellsOf, type Panel } from "../../scenarios/panel/panel";
import { ErrorSummary, InsetText, NotificationBanner } from "../components/govuk";
import {
  ANYWAY,
  AskForm,
  CloseForm,
  MediansForm,
  Members,
  NOTE,
  OwnLines,
} from "../components/panel/panel-parts";
import { PriorityPages } from "../components/priorities/priority-pages";
import { ReportTable } from "../components/report/report-table";
import { formatMoment } from "../lib/moment";
import { panelHref, personOf, scoreHref, textOf } from "../lib/panel-page";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound, requireScenario, scenarioKeyOf } from "../lib/scenario-route";
import { useCanEdit } from "../lib/signed-in";
import { formatTable } from "../reports/format-table";
import { buildPanelTable } from "../reports/panel";
import { type Agreements, agreementsOf } from "../reports/panel-agreements";
import { linesWords } from "../reports/priorities";
import { openMedians, takeMedians } from "../lib/take-medians";

export const meta: MetaFunction = () => [{ title: "Panel - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const { services } = args.context;
  const key = scenarioKeyOf(args);
  const { scenario } = await requireScenario(args);
  const panel = await services.panels.load(key, personOf(args));
  const { priorities } = scenario;
  const href = panelHref(args);
  const isOpen = panel !== null && panel.closedAt === null;
  const asked = isOpen ? panel.members.map(({ person }) => person) : [];
  const people = (await services.people.list()).filter(
    ({ id, state }) => state === "active" && !asked.includes(id),
  );
  const isClosed = panel !== null && panel.closedAt !== null && priorities !== undefined;
  const agreements: Agreements = isClosed
    ? agreementsOf((await services.loadHistory(key)) ?? [], panel)
    : new Map();
  const medians = isClosed ? openMedians(priorities, panel, { agreements, person: personOf(args) }) : null;
  return {
    ...{ href, isOpen },
    hasLines: (priorities?.lines.length ?? 0) > 0 && (priorities?.criteria.length ?? 0) > 0,
    people: people.map(({ id, name }) => ({ value: id, text: name })),
    state: stateWords(panel),
    members:
      panel?.members.map(({ name, answered, interests }) => ({
        name,
        answered: `${answered} of ${panel.cells}`,
        interests: linesWords(Object.keys(interests).length),
      })) ?? [],
    missing: isOpen ? missingScores(panel) : [],
    own:
      isOpen && panel.own !== null && priorities !== undefined
        ? priorities.lines.map((line) => {
            const cells = cellsOf(priorities, line);
            const answered = answeredOf(panel.own ?? {}, line.id, cells);
            const isOut = (panel.own?.[line.id]?.interest ?? "") !== "";
            return {
              name: line.name,
              href: scoreHref(href, line.id),
              state: isOut ? "Interest declared" : `${answered} of ${cells.length} scored`,
            };
          })
        : null,
    table: isClosed ? formatTable(buildPanelTable(priorities, panel, agreements)) : null,
    medians:
      medians === null
        ? null
        : { open: medians.open.map(({ name }) => name), keptOut: medians.keptOut.map(({ name }) => name) },
  };
}

/** Whose scores are missing, and how many: "Vivian Sample: 12 of 120". A line with an interest is answered. */
const missingScores = ({ members, cells }: Pick<Panel, "members" | "cells">): string[] =>
  members.flatMap(({ name, answered }) =>
    answered === cells ? [] : [`${name}: ${cells - answered} of ${cells}`],
  );

function stateWords(
  panel: {
    readonly number: number;
    readonly openedAt: string;
    readonly openedBy: string;
    readonly closedAt: string | null;
    readonly closedBy: string | null;
  } | null,
): string {
  if (panel === null) return "No panel has scored these lines yet.";
  const opened = `Round ${panel.number} was opened by ${panel.openedBy} on ${formatMoment(panel.openedAt)}`;
  if (panel.closedAt === null) {
    return `${opened}. Everybody scores alone: until it is closed nobody sees another's points.`;
  }
  return `${opened} and closed by ${panel.closedBy ?? ""} on ${formatMoment(panel.closedAt)}. All scores are open now and do not change any more.`;
}

/** Asks people or closes the round. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { panels } = args.context.services;
  const loaded = await requireScenario(args);
  const { scenario } = loaded;
  const form = await args.request.formData();
  const key = scenarioKeyOf(args);
  const by = authorshipOf(args);
  if (form.get("deed") === "close") {
    const panel = await panels.load(key, personOf(args));
    const isWhole = panel === null || missingScores(panel).length === 0;
    if (!isWhole && form.get(ANYWAY) !== "yes")
      return refuseForm<Answer>({
        fault: "Scores are missing: wait for them, or say that the round is closed without them",
        field: ANYWAY,
      });
    await panels.close(key, by);
    return safeRedirect(panelHref(args));
  }
  if (form.get("deed") === "medians") {
    const panel = await panels.load(key, personOf(args));
    if (panel === null) throw notFound();
    const note = textOf(form, NOTE).trim();
    const fault = await takeMedians(args, { loaded, panel, note });
    if (fault !== null) return refuseForm<Answer>({ fault, field: NOTE, note });
    return safeRedirect(`${panelHref(args)}?saved=yes`);
  }
  const people = form.getAll("people").filter((value) => typeof value === "string");
  const canScore = (scenario.priorities?.lines.length ?? 0) > 0;
  if (!canScore)
    return refuseForm<Answer>({ fault: "There are no lines to score: add them first", field: "people" });
  const added = people.length === 0 ? 0 : await panels.ask(key, people, by);
  if (added === 0) return refuseForm<Answer>({ fault: "Choose at least one person", field: "people" });
  return safeRedirect(panelHref(args));
}

type Answer = {
  readonly fault: string;
  /** The input at which it can be mended. */
  readonly field: string;
  readonly note?: string;
};

export default function PanelPage() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const [search] = useSearchParams();
  const canEdit = useCanEdit();
  return (
    <>
      {answer !== undefined && (
        <ErrorSummary
          description="Nothing was done."
          errors={[{ href: `#${answer.field}`, text: answer.fault }]}
        />
      )}
      {search.get("saved") === "yes" && <NotificationBanner type="success">Saved.</NotificationBanner>}
      <PriorityPages />
      <span className="govuk-caption-l">Priorities</span>
      <h2 className="govuk-heading-l">Scoring by a panel</h2>
      {data.hasLines ? (
        <>
          <InsetText>{data.state}</InsetText>
          {data.own !== null && <OwnLines lines={data.own} />}
          {data.table !== null && (
            <ReportTable
              table={data.table}
              rowHref={(line) => `${data.href}/moderate/${encodeURIComponent(line)}`}
            />
          )}
          {canEdit && data.medians !== null && (
            <MediansForm
              {...data.medians}
              fault={answer?.field === NOTE ? answer.fault : undefined}
              note={answer?.note ?? ""}
            />
          )}
          {data.members.length > 0 && <Members members={data.members} />}
          {canEdit && data.isOpen && (
            <CloseForm missing={data.missing} fault={answer?.field === ANYWAY ? answer.fault : undefined} />
          )}
          {canEdit && (
            <AskForm
              people={data.people}
              isOpen={data.isOpen}
              fault={answer?.field === "people" ? answer.fault : undefined}
            />
          )}
        </>
      ) : (
        <InsetText>There are no lines and criteria to score yet.</InsetText>
      )}
    </>
  );
}
