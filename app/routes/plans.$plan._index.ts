import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requirePlan } from "../lib/scenario-route";

/** A plan has no page of its own: its scenarios stand on the page of the plans. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { id } = await requirePlan(args);
  return redirect(`/plans#${id}`);
}
