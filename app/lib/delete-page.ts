import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { diffDocuments } from "../../scenarios/changes/diff-documents";
import type { Json } from "../../scenarios/changes/json";
import { withWholeWeights } from "../../scenarios/calculate/weights";
import type { Scenario } from "../../scenarios/model/scenario";
import { removeElement, type Removal } from "../../scenarios/document/remove-element";
import { reevaluateScenario } from "../../scenarios/evaluate-scenario";
import { validateScenario } from "../../scenarios/validate-scenario";
import { asJson } from "../forms/apply-edits";
import { aboutOf } from "../forms/describe-changes";
import { nameOfElement } from "../forms/fields";
import { type FoundElement, findElement } from "../forms/list-form";
import { readSubmission } from "../forms/submission";
import { buildEffects } from "../reports/effects";
import type { LoadedScenario } from "../services/services";
import { pageOf } from "./element-page";
import { refuseForm } from "./refuse-form";
import { safeRedirect } from "./safe-redirect";
import {
  authorshipOf,
  notFound,
  requireEditor,
  requireScenario,
  scenarioHref,
  scenarioKeyOf,
} from "./scenario-route";

/** The name of the box that says: delete it with what refers to it. */
export const ALONG = "along";

type Deletion = FoundElement & {
  readonly loaded: LoadedScenario;
  readonly name: string;
  readonly removal: Removal;
};

async function requireDeletion(args: LoaderFunctionArgs): Promise<Deletion> {
  requireEditor(args);
  const loaded = await requireScenario(args);
  const found = findElement(loaded.scenario, `/${args.params["*"] ?? ""}`);
  const removal = found === null ? null : removeElement(loaded.scenario, found.pointer);
  if (found === null || removal === null) throw notFound();
  return {
    ...found,
    loaded,
    removal,
    name: nameOfElement(loaded.scenario, found.pointer) || "without a name",
  };
}

/** What the person decides on: what goes too, what it does to the figures, or why it cannot go. */
export async function loadDeletion(args: LoaderFunctionArgs) {
  const { loaded, list, pointer, name, removal } = await requireDeletion(args);
  const once = new Map(
    removal.referrers.map(({ path, goes }) => [path, { path, goes, words: aboutOf(loaded.scenario, path) }]),
  );
  const left = validateScenario(whole(list.pattern, removal.document));
  return {
    one: list.one,
    name,
    revision: loaded.revision,
    referrers: [...once.values()],
    sharesWeights: list.pattern === CRITERIA,
    effects: left.ok
      ? buildEffects(loaded.evaluation, reevaluateScenario(left.scenario, loaded.evaluation))
      : null,
    refusals: left.ok ? [] : left.issues.map(({ message }) => message),
    back: pageOf(scenarioHref(scenarioKeyOf(args)), list, pointer),
  };
}

const CRITERIA = "/priorities/criteria/*";

/** Without a criterion the others weigh 100. What is left is checked whole before it is stored. */
const whole = (pattern: string, document: Json): Json =>
  pattern === CRITERIA ? asJson(withWholeWeights(document as unknown as Scenario)) : document;

/** What refers to the element goes only when the person has said so. */
export async function saveDeletion(args: ActionFunctionArgs) {
  const { loaded, list, pointer, name, removal } = await requireDeletion(args);
  const form = await args.request.formData();
  const submission = readSubmission(form);
  if (submission === null) throw new Response("The planner cannot read this form.", { status: 400 });
  if (removal.referrers.length > 0 && form.get(ALONG) !== "yes") {
    const text = "Other things refer to it: tick that they may change too, or leave it.";
    return refuseForm({ faults: [{ text, href: `#${ALONG}` }] });
  }
  const operations = diffDocuments(asJson(loaded.scenario), whole(list.pattern, removal.document));
  const change = {
    name: `${list.one.charAt(0).toUpperCase()}${list.one.slice(1)} deleted: ${name}`,
    operations,
  };
  const { baseRevision, reason } = submission;
  const outcome = await args.context.services.saveChange(
    scenarioKeyOf(args),
    { baseRevision, change, ...(reason === null ? {} : { reason }) },
    authorshipOf(args),
  );
  switch (outcome.outcome) {
    case "saved":
      return safeRedirect(
        `${pageOf(scenarioHref(scenarioKeyOf(args)), list, pointer)}?saved=${outcome.revision}`,
      );
    case "refused":
      return refuseForm({ faults: outcome.issues.map(({ message }) => ({ text: message, href: "#" })) });
    case "conflict": {
      const text = "Somebody else has changed what would go: look at it as it is now, and delete it again.";
      return refuseForm({ faults: [{ text, href: "#" }] });
    }
    case "missing":
      throw notFound();
  }
}
