import type { ActionFunctionArgs } from "@remix-run/node";
import { FIRST_SERVICES, readFirstLots } from "../forms/lot-form";
import { answerAsData } from "../forms/save-form.server";
import { readSubmission } from "../forms/submission";
import { safeRedirect } from "./safe-redirect";
import { authorshipOf, notFound, requireScenario, scenarioHref, scenarioKeyOf } from "./scenario-route";

/** Begins a lot structure where there is none; where somebody else has just begun one, leads to theirs. */
export async function beginLots(args: ActionFunctionArgs): Promise<Response> {
  const { scenario } = await requireScenario(args);
  const key = scenarioKeyOf(args);
  const sent = await args.request.formData().then(readSubmission, () => null);
  if (sent === null) throw new Response("The planner cannot read this form.", { status: 400 });
  const { fields, baseRevision, reason } = sent;
  const refused = { outcome: "refused", elsewhere: [], values: fields, baseRevision } as const;
  const read = readFirstLots(scenario, fields);
  if ("errors" in read) return answerAsData({ ...refused, errors: read.errors });
  const names = read.structure.blocks.map(({ name }) => name);
  const operations = [{ op: "add", path: "/lotStructure", value: read.structure }] as const;
  const request = {
    baseRevision,
    change: { name: `Lot structure begun: ${names.join(", ")}`, operations },
    ...(reason === null ? {} : { reason }),
  };
  const page = `${scenarioHref(key)}/lot-structure`;
  const saved = await args.context.services.saveChange(key, request, authorshipOf(args));
  switch (saved.outcome) {
    case "saved":
      return safeRedirect(`${page}/edit?saved=${saved.revision}`);
    case "conflict":
      return safeRedirect(page);
    case "refused": {
      const [first = ""] = FIRST_SERVICES;
      const text = saved.issues.map(({ message }) => message).join(" ");
      return answerAsData({ ...refused, errors: { [first]: text } });
    }
    case "missing":
      throw notFound();
  }
}
