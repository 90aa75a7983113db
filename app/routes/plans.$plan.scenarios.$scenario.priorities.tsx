import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { FRONTIER, FrontierPart } from "../components/priorities/frontier-part";
import { GROUND, GroundPart, VALUE } from "../components/priorities/ground-part";
import { NoPlan } from "../components/priorities/no-plan";
import { PlanPart } from "../components/priorities/plan-part";
import { PriorityPages } from "../components/priorities/priority-pages";
import { ErrorSummary, NotificationBanner } from "../components/govuk";
import { OnThisPage } from "../components/report/on-this-page";
import { beginPriorities } from "../lib/begin-priorities";
import { loadMoving, loadPrioritised, type NotYet } from "../lib/priorities-page";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { type ShownPriorities, showPriorities } from "../lib/show-priorities";
import type { ShownTable } from "../lib/shown-table";

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const view = await loadPrioritised(args, loaded);
  const { searchParams } = new URL(args.request.url);
  const what = await savedChange(args, searchParams.get("saved"));
  if ("state" in view) return { notYet: view, href, what } as const;
  const moving = await loadMoving(args, { loaded, view, asked: searchParams.get("of"), soFar: true });
  const asked = { budget: searchParams.get("budget"), share: searchParams.get("share") };
  return {
    notYet: null,
    href,
    what,
    revision: loaded.revision,
    ...showPriorities(moving, { href, asked }),
  } as const;
}

/** What the change is called that has led here, while it is the newest: a way out says what it did. */
async function savedChange(args: LoaderFunctionArgs, saved: string | null): Promise<string | null> {
  const latest = saved === null ? null : await args.context.services.loadLatest(scenarioKeyOf(args));
  return latest !== null && String(latest.number) === saved ? latest.changeName : null;
}

export const action = (args: ActionFunctionArgs): Promise<Response> => beginPriorities(args);

export default function PrioritiesPage() {
  const data = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const faults = useActionData<{ readonly faults: readonly string[] }>()?.faults ?? [];
  return (
    <>
      {faults.length > 0 && (
        <ErrorSummary
          description="The prioritisation was not begun."
          errors={faults.map((text) => ({ text, href: "#begin" }))}
        />
      )}
      <SavedNotice what={data.what} />
      {search.get("begun") === "before" && (
        <NotificationBanner type="important">
          Somebody else has just begun this prioritisation: it is theirs.
        </NotificationBanner>
      )}
      <h2 className="govuk-heading-l">Priorities</h2>
      {data.notYet !== null ? (
        <>
          {isBegun(data.notYet) && <PriorityPages />}
          <NoPlan href={data.href} page="priorities" notYet={data.notYet} />
        </>
      ) : (
        <>
          <PlanPart {...data} contents={<OnThisPage parts={partsOf(data)} />} />
          {hasFrontier(data) && <FrontierPart {...data} />}
          <GroundPart {...data} />
        </>
      )}
    </>
  );
}

const isBegun = (notYet: NotYet): boolean => notYet.state !== "none" || notYet.steps !== null;

const hasFrontier = ({ frontier, moves }: Pick<ShownPriorities, "frontier" | "moves">): boolean =>
  frontier !== null || moves !== null;

/** What the page holds below the plan itself, in its order. */
function partsOf({ lines, rankings, frontier, moves, allLess, objectives, must, equity }: ShownPriorities) {
  const tables = (shown: readonly (ShownTable | null | undefined)[]) =>
    shown.flatMap((one) => (one == null ? [] : [{ id: one.table.id, text: one.table.title }]));
  return [
    ...tables([lines, rankings]),
    ...(hasFrontier({ frontier, moves }) ? [FRONTIER, ...tables([frontier?.savings, allLess])] : []),
    VALUE,
    ...tables([objectives, must, equity]),
    GROUND,
  ];
}
