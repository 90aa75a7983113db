import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireConsultation } from "../lib/consultation-route";
import { download, WORKBOOK_TYPE } from "../lib/download";
import { notFound } from "../lib/scenario-route";

/** The pack of one partner. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const loaded = await requireConsultation(args);
  const partner = loaded.partners.find(({ organisation }) => organisation === args.params["organisation"]);
  if (partner === undefined) throw notFound();
  const { services, now } = args.context;
  const pack = await services.packs.write(loaded, partner.organisation, now);
  return download(pack, {
    name: `${loaded.consultation.id}-${partner.organisation}.xlsx`,
    type: WORKBOOK_TYPE,
  });
}
