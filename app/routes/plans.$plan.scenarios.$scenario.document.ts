import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, scenarioKeyOf } from "../lib/scenario-route";

/** The document of one revision, for the engine that runs in the browser: what it works out is what the server would. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const revision = new URL(args.request.url).searchParams.get("revision") ?? "";
  if (!/^\d{1,9}$/.test(revision)) throw notFound();
  const document = await args.context.services.loadRevision(scenarioKeyOf(args), Number(revision));
  if (document === null) throw notFound();
  return Response.json(document);
}
