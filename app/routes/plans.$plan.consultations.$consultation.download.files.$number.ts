import type { LoaderFunctionArgs } from "@remix-run/node";
import { consultationKeyOf } from "../lib/consultation-route";
import { download } from "../lib/download";
import { notFound } from "../lib/scenario-route";

/** A file that came back, byte for byte; never opened by the browser as a page. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const number = Number(args.params["number"]);
  const key = consultationKeyOf(args);
  const content = Number.isSafeInteger(number)
    ? await args.context.services.packs.original(key, number)
    : null;
  if (content === null) throw notFound();
  return download(content, {
    name: `${key.consultation}-file-${number}.xlsx`,
    type: "application/octet-stream",
  });
}
