import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ElementForm } from "../components/forms/element-form";
import { findElement } from "../forms/list-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { loadElement, pageAfter } from "../lib/element-page";
import { notFound, requireScenario } from "../lib/scenario-route";

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
  if (found === null) throw notFound();
  return answerForm(args, (href, added) => pageAfter(href, found, added?.[pointer]));
}

export default function ElementPage() {
  const element = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  return <ElementForm element={element} answer={answer} />;
}
