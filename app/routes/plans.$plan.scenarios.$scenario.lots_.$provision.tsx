import { useMemo } from "react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ElementForm } from "../components/forms/element-form";
import { LetPay } from "../components/forms/let-pay";
import { SavedNotice } from "../components/forms/save-answers";
import { EditTables } from "../components/grid/edit-tables";
import { LiveStatus } from "../components/live/live-status";
import { KeyFigures } from "../components/report/key-figures";
import { OnThisPage } from "../components/report/on-this-page";
import { letPay } from "../forms/let-pay";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { useSaves } from "../forms/use-saves";
import { loadElement } from "../lib/element-page";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";
import { stayWhenGone } from "../lib/stay-when-gone";
import { movedFigures } from "../live/moved";
import { typedFields } from "../live/typed-fields";
import { useLiveFigures } from "../live/use-live-figures";
import { useTyping } from "../live/use-typing";
import { showProvision } from "../pages/show-provision";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : data.name} - Commissioning planner` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const provision = scenario.provisions.find(({ id }) => id === args.params["provision"]);
  if (provision === undefined) throw notFound();
  const lists = ["capacity", "oneOffs", "funding"].map((list) =>
    showList(href, evaluation, `/provisions/${provision.id}/${list}`),
  );
  return {
    id: provision.id,
    href,
    name: provision.name,
    revision,
    element: await loadElement(args, `/provisions/${provision.id}`),
    lists,
    letPay: letPay(scenario, provision),
    scheduleHref:
      provision.price === undefined || "annual" in provision.price
        ? `${href}/lots/${provision.id}?form=schedule#price`
        : null,
    shown: showProvision({ evaluation, href }, provision.id),
  };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/lots`);

export const shouldRevalidate = stayWhenGone;

/** One contract or lot: its form, and the lists of what it can do, what it costs once and who pays. */
export default function ProvisionPage() {
  const { id, href, revision, element, lists, scheduleHref, ...loaded } = useLoaderData<typeof loader>();
  const saving = useSaves({ href, revision });
  const { typing, onInput, note, settle } = useTyping();
  const { shown, saved, live, getReady } = useLiveFigures({
    ...{ page: "provision", subject: id, href, revision },
    saved: loaded.shown,
    typed: typedFields(saving.saves, typing),
  });
  const answer = useActionData<SaveAnswer>();
  const parts = useMemo(
    () => [
      { id: "details", text: "Scope, dates and price" },
      ...lists.map(({ table }) => ({ id: table.id, text: table.title })),
    ],
    [lists],
  );
  return (
    <>
      <SavedNotice />
      <ElementForm
        element={element}
        answer={answer}
        live={{ effects: shown.effects, live, onInput, onFocus: getReady }}
        above={
          <>
            <LiveStatus live={live} />
            <KeyFigures figures={movedFigures(saved.figures, shown.figures)} />
            <OnThisPage parts={parts} />
            <div id="details" />
          </>
        }
      >
        {scheduleHref !== null && (
          <p className="govuk-body">
            <a className="govuk-link" href={scheduleHref}>
              Give the price by financial year
            </a>
          </p>
        )}
      </ElementForm>
      <EditTables lists={lists} {...saving} onTyping={note} onTypingEnds={settle} onReady={getReady}>
        <LetPay letPay={loaded.letPay} revision={revision} dispatch={saving.dispatch} />
      </EditTables>
    </>
  );
}
