import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ScenarioForm } from "../components/forms/scenario-form";
import { LiveStatus } from "../components/live/live-status";
import { ReportTable } from "../components/report/report-table";
import { DRAW_ORDER_CHANGE, drawOrderForm, prepareDrawOrder, renumber } from "../forms/draw-order-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { CHANGE_NAME } from "../forms/submission";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { movedTable } from "../live/moved";
import { useLiveFigures } from "../live/use-live-figures";
import { useTyping } from "../live/use-typing";
import { showDrawOrder } from "../pages/show-draw-order";

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  if (scenario.provisions.length === 0) throw notFound();
  const href = scenarioHref(scenarioKeyOf(args));
  return { href, revision, group: drawOrderForm(scenario), shown: showDrawOrder({ evaluation, href }) };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/funding`, prepareDrawOrder);

/** The order in which services draw on the money, chosen by numbers, with what each gets then. */
export default function DrawOrderPage() {
  const { href, revision, group, ...loaded } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  const { typing, onInput } = useTyping();
  const { shown, saved, live, getReady } = useLiveFigures({
    ...{ page: "drawOrder", subject: "", href, revision },
    saved: loaded.shown,
    typed: numbersTyped(group.fields, typing),
  });
  return (
    <>
      <ScenarioForm
        caption="Funding"
        title="Who draws on the sources first"
        groups={[group]}
        {...{ revision, answer }}
        back={`${href}/funding`}
        live={{ effects: shown.effects, live, onInput, onFocus: getReady }}
        above={
          <>
            <p className="govuk-body">
              1 draws first. Type the number that a service shall have; the others make room. Without a number
              a service comes after all that have one.
            </p>
            <LiveStatus live={live} />
          </>
        }
      >
        <input type="hidden" name={CHANGE_NAME} value={DRAW_ORDER_CHANGE} />
      </ScenarioForm>
      <ReportTable {...movedTable(saved.order, shown.order)} captionSize="s" />
    </>
  );
}

type Field = { readonly name: string; readonly value: string };

/** The numbers that saving would give; nothing while nothing is typed. */
function numbersTyped(fields: readonly Field[], typing: Readonly<Record<string, string>>) {
  const isTyped = fields.some(({ name, value }) => (typing[name] ?? value) !== value);
  if (!isTyped) return {};
  const sent = Object.fromEntries(fields.map(({ name, value }) => [name, typing[name] ?? value]));
  return renumber(
    fields.map(({ name }) => name),
    sent,
  );
}
