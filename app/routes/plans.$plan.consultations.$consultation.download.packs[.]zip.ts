import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { consultationHref, consultationKeyOf, requireConsultation } from "../lib/consultation-route";
import { download } from "../lib/download";

/** The packs of all partners, once they are made; until then the page that says how far they are. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const loaded = await requireConsultation(args);
  const made = args.context.services.packs.findAll(loaded);
  if (made?.state !== "ready") return redirect(`${consultationHref(consultationKeyOf(args))}/packs/all`, 303);
  return download(made.answer, { name: `${loaded.consultation.id}-packs.zip`, type: "application/zip" });
}
