import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { answeredOf, cellsOf } from "../../scenarios/panel/panel";
import { ErrorSummary, InsetText, NotificationBanner } from "../components/govuk";
import { AskForm, CloseForm, Members, OwnLines } from "../components/panel/panel-parts";
import { ReportTable } from "../components/report/report-table";
import { formatMoment } from "../lib/moment";
import { moderationsOf, panelHref, personOf, scoreHref } from "../lib/panel-page";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { useCanEdit } from "../lib/signed-in";
import { formatTable } from "../reports/format-table";
import { buildPanelTable } from "../reports/panel";
import { linesWords } from "../reports/priorities";

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
  const history = panel?.closedAt == null ? [] : ((await services.loadHistory(key)) ?? []);
  return {
    ...{ href, back: `${scenarioHref(key)}/priorities`, isOpen },
    hasLines: (priorities?.lines.length ?? 0) > 0 && (priorities?.criteria.length ?? 0) > 0,
    people: people.map(({ id, name }) => ({ value: id, text: name })),
    state: stateWords(panel),
    members:
      panel?.members.map(({ name, answered, interests }) => ({
        name,
        answered: `${answered} of ${panel.cells}`,
        interests: linesWords(Object.keys(interests).length),
      })) ?? [],
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
    table:
      panel === null || isOpen || priorities === undefined
        ? null
        : formatTable(buildPanelTable(priorities, panel, moderationsOf(history, panel))),
  };
}

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
  const { scenario } = await requireScenario(args);
  const form = await args.request.formData();
  const key = scenarioKeyOf(args);
  const by = authorshipOf(args);
  if (form.get("deed") === "close") {
    await panels.close(key, by);
    return safeRedirect(panelHref(args));
  }
  const people = form.getAll("people").filter((value) => typeof value === "string");
  const canScore = (scenario.priorities?.lines.length ?? 0) > 0;
  if (!canScore) return refuseForm<Answer>({ fault: "There are no lines to score: add them first" });
  const added = people.length === 0 ? 0 : await panels.ask(key, people, by);
  if (added === 0) return refuseForm<Answer>({ fault: "Choose at least one person" });
  return safeRedirect(panelHref(args));
}

type Answer = { readonly fault: string };

export default function PanelPage() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const [search] = useSearchParams();
  const canEdit = useCanEdit();
  return (
    <>
      {answer !== undefined && (
        <ErrorSummary description="Nothing was done." errors={[{ href: "#people", text: answer.fault }]} />
      )}
      {search.get("saved") === "yes" && <NotificationBanner type="success">Saved.</NotificationBanner>}
      <span className="govuk-caption-l">Priorities</span>
      <h2 className="govuk-heading-l">Scoring by a panel</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={data.back}>
          Back to the plan
        </a>
      </p>
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
          {data.members.length > 0 && <Members members={data.members} />}
          {canEdit && data.isOpen && <CloseForm />}
          {canEdit && <AskForm people={data.people} isOpen={data.isOpen} fault={answer?.fault} />}
        </>
      ) : (
        <InsetText>There are no lines and criteria to score yet.</InsetText>
      )}
    </>
  );
}
