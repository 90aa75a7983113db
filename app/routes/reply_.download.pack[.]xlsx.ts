import type { LoaderFunctionArgs } from "@remix-run/node";
import { download, WORKBOOK_TYPE } from "../lib/download";
import { requirePartnerView } from "../lib/reply-page";

/** A partner's own page as a workbook to reply on. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { view, organisation } = await requirePartnerView(args);
  const { consultation, scenarios, earlier } = view;
  const { services, now } = args.context;
  const planName = (await services.loadPlan(consultation.plan))?.name ?? consultation.plan;
  const pack = await services.packs.write({ planName, consultation, scenarios, earlier }, organisation, now);
  return download(pack, { name: `${consultation.id}-${organisation}.xlsx`, type: WORKBOOK_TYPE });
}
