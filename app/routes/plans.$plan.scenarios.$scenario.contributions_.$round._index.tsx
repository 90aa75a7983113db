import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ElementForm } from "../components/forms/element-form";
import { SavedNotice } from "../components/forms/save-answers";
import { EditTables } from "../components/grid/edit-tables";
import { OnThisPage } from "../components/report/on-this-page";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { useSaves } from "../forms/use-saves";
import { loadElement } from "../lib/element-page";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";
import { stayWhenGone } from "../lib/stay-when-gone";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : data.element.title} - Commissioning planner` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const round = scenario.contributions?.find(({ id }) => id === args.params["round"]);
  if (round === undefined) throw notFound();
  const base = `/contributions/${round.id}`;
  const hasTopUps = (round.whenSomeDecline?.rule ?? "fixed-share") === "fixed-share";
  const lists = [
    "members",
    ...(round.buyIn === undefined ? [] : ["buyIn/bands"]),
    ...(hasTopUps ? ["whenSomeDecline/toppedUpBy"] : []),
  ];
  return {
    href,
    revision,
    element: await loadElement(args, base),
    lists: lists.map((list) => showList(href, evaluation, `${base}/${list}`)),
  };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/contributions`);

export const shouldRevalidate = stayWhenGone;

/** One round of contributions: its terms, its members and their choices, its prices, and who tops up. */
export default function RoundPage() {
  const { href, revision, element, lists } = useLoaderData<typeof loader>();
  const saving = useSaves({ href, revision });
  const answer = useActionData<SaveAnswer>();
  return (
    <>
      <SavedNotice />
      <ElementForm
        element={element}
        answer={answer}
        above={
          <>
            <p className="govuk-body">
              <a className="govuk-link" href={`${href}/contributions`}>
                What each member pays
              </a>
            </p>
            <OnThisPage parts={lists.map(({ table }) => ({ id: table.id, text: table.title }))} />
          </>
        }
      />
      <EditTables lists={lists} {...saving} />
    </>
  );
}
