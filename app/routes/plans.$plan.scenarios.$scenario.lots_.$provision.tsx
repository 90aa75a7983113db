import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ElementForm } from "../components/forms/element-form";
import { LiveStatus } from "../components/live/live-status";
import { KeyFigures } from "../components/report/key-figures";
import { capacityLinks } from "../forms/capacity-links";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { loadElement } from "../lib/element-page";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { movedFigures } from "../live/moved";
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
  return {
    id: provision.id,
    href,
    name: provision.name,
    revision,
    element: await loadElement(args, `/provisions/${provision.id}`),
    capacity: capacityLinks(scenario, provision, href),
    scheduleHref:
      provision.price === undefined || "annual" in provision.price
        ? `${href}/lots/${provision.id}?form=schedule#price`
        : null,
    shown: showProvision({ evaluation, href }, provision.id),
  };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/lots`);

export default function ProvisionPage() {
  const { id, href, revision, element, capacity, scheduleHref, ...loaded } = useLoaderData<typeof loader>();
  const { typing, onInput } = useTyping();
  const { shown, saved, live, getReady } = useLiveFigures({
    ...{ page: "provision", subject: id, href, revision },
    saved: loaded.shown,
    typed: typing,
  });
  const answer = useActionData<SaveAnswer>();
  return (
    <ElementForm
      element={element}
      answer={answer}
      onInput={onInput}
      onFocus={getReady}
      above={
        <>
          <LiveStatus live={live} />
          <KeyFigures figures={movedFigures(saved.figures, shown.figures)} />
        </>
      }
    >
      <h3 className="govuk-heading-m">Capacity and price in another form</h3>
      <ul className="govuk-list">
        {capacity.map(({ text, href: to }) => (
          <li key={to}>
            <a className="govuk-link" href={to}>
              {text}
            </a>
          </li>
        ))}
        {scheduleHref !== null && (
          <li>
            <a className="govuk-link" href={scheduleHref}>
              Give the price by financial year
            </a>
          </li>
        )}
      </ul>
    </ElementForm>
  );
}
