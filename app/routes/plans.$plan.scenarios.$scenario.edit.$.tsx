import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ElementForm } from "../components/forms/element-form";
import { findElement } from "../forms/list-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { loadElement, pageAfter } from "../lib/element-page";
import { requireScenario } from "../lib/scenario-route";
import { stayWhenGone } from "../lib/stay-when-gone";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : data.title} - Commissioning planner` },
];

const pointerOf = ({ params }: LoaderFunctionArgs): string => `/${params["*"] ?? ""}`;

/** One element of any list of the scenario: `edit/risks/r1`, and `edit/risks/-` for a new one. */
export const loader = (args: LoaderFunctionArgs) => loadElement(args, pointerOf(args));

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const pointer = pointerOf(args);
  const { scenario } = await requireScenario(args);
  const found = findElement(scenario, pointer);
  // Of what has been deleted meanwhile the form is answered too, with what was typed.
  return answerForm(args, (href, added) =>
    found === null ? href : pageAfter(href, found, added?.[pointer]),
  );
}

export const shouldRevalidate = stayWhenGone;

export default function ElementPage() {
  const element = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  return <ElementForm element={element} answer={answer} />;
}
