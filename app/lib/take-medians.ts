import type { ActionFunctionArgs } from "@remix-run/node";
import { diffDocuments } from "../../scenarios/changes/diff-documents";
import type { Id } from "../../scenarios/model/identifiers";
import type { Priorities, PriorityLine, Scenario } from "../../scenarios/model/scenario";
import { type Panel, withScores } from "../../scenarios/panel/panel";
import { asJson } from "../forms/apply-edits";
import { differFromPlan, mediansOf } from "../reports/panel";
import { agreementsOf, type Agreements } from "../reports/panel-agreements";
import type { LoadedScenario } from "../services/services";
import { personOf } from "./panel-page";
import { authorshipOf, notFound, scenarioKeyOf } from "./scenario-route";

/** Lines whose medians are not agreed and not in the plan; those that a person's interest keeps them out of are apart. */
export type OpenMedians = {
  readonly open: readonly PriorityLine[];
  readonly keptOut: readonly PriorityLine[];
};

export function openMedians(
  priorities: Priorities,
  panel: Panel,
  { agreements, person }: { readonly agreements: Agreements; readonly person: Id | null },
): OpenMedians {
  const interests = panel.members.find((member) => member.person === person)?.interests ?? {};
  const lines = priorities.lines.filter(
    (line) =>
      agreements.get(line.id)?.note == null &&
      differFromPlan(priorities, line, mediansOf(priorities, line, panel)),
  );
  return {
    open: lines.filter(({ id }) => interests[id] === undefined),
    keptOut: lines.filter(({ id }) => interests[id] !== undefined),
  };
}

/** Puts the medians of all lines that are not agreed yet in the plan, as one change; answers what is wrong, or null. */
export async function takeMedians(
  args: ActionFunctionArgs,
  { loaded, panel, note }: { readonly loaded: LoadedScenario; readonly panel: Panel; readonly note: string },
): Promise<string | null> {
  const { services } = args.context;
  const key = scenarioKeyOf(args);
  const { scenario, revision } = loaded;
  const { priorities } = scenario;
  if (priorities === undefined || panel.closedAt === null) throw notFound();
  if (note === "") return "Say why the medians are taken over";
  const agreements = agreementsOf((await services.loadHistory(key)) ?? [], panel);
  const { open } = openMedians(priorities, panel, { agreements, person: personOf(args) });
  const taken = open.reduce<Scenario>(
    (now, line) => withScores(now, line.id, mediansOf(priorities, line, panel)),
    scenario,
  );
  const operations = diffDocuments(asJson(scenario), asJson(taken));
  if (operations.length === 0)
    return "Every line is agreed or has its medians already: there is nothing to take over";
  const change = { name: `Medians of round ${panel.number} taken over`, operations };
  const saved = await services.saveChange(
    key,
    { baseRevision: revision, change, reason: note },
    authorshipOf(args),
  );
  switch (saved.outcome) {
    case "saved":
      return null;
    case "conflict":
      return "Somebody changed these scores meanwhile: look at them, and take the medians over again";
    case "refused":
      return saved.issues.map(({ message }) => message).join(" ");
    case "missing":
      throw notFound();
  }
}
