import { redirect } from "@remix-run/node";
import type { FileWork } from "../components/file-progress";
import type { WorkState } from "../services/long-works.server";

/** How far a file is, of `whole` parts until the work itself says of how many. */
export function fileWork(work: WorkState<Buffer>, whole: number): FileWork {
  if (work.state !== "working") return { state: work.state, done: 0, of: whole };
  return { state: "working", done: work.progress.done, of: work.progress.of ?? whole };
}

/** Stops a file or lets it begin again, as the form on its page asks, and leads back to that page. */
export async function controlFile(
  request: Request,
  control: { readonly stop: () => void; readonly restart: () => void },
): Promise<Response> {
  if ((await request.formData()).get("do") === "stop") control.stop();
  else control.restart();
  return redirect(new URL(request.url).pathname, 303);
}
