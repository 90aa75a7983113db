import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Operation } from "../../scenarios/changes/operation";
import type { Scenario } from "../../scenarios/model/scenario";
import { basesOf, basisForm, basisOf, readBasis } from "../forms/basis-form";
import { BASIS, STEP } from "../forms/basis-names";
import { basisOperations, deletionOperations, roundsBy } from "../forms/change-basis";
import type { SaveAnswer } from "../forms/save-answer";
import { answerAsData } from "../forms/save-form.server";
import { readSubmission } from "../forms/submission";
import { formatDateWords } from "../reports/format-table";
import { joinWords } from "../reports/names";
import { basisWords } from "../reports/words";
import { safeRedirect } from "./safe-redirect";
import {
  authorshipOf,
  notFound,
  requireEditor,
  requireScenario,
  scenarioHref,
  scenarioKeyOf,
} from "./scenario-route";

/** Every basis with what it counts, where it comes from and what goes by it. */
export function listBases(scenario: Scenario) {
  return basesOf(scenario).map((name) => {
    const { unit, source, values } = basisOf(scenario, name);
    const rounds = roundsBy(scenario, name);
    const date = source?.date ?? null;
    const parts = [
      `${Object.keys(values).length} of ${scenario.areas.length} areas`,
      ...(unit === null ? [] : [`in ${unit}`]),
      ...(source === null ? [] : [`${source.title}${date === null ? "" : `, ${formatDateWords(date)}`}`]),
      ...(rounds.length === 0 ? [] : [`used by ${joinWords(rounds)}`]),
    ];
    return { path: encodeURIComponent(name), name: basisWords(name), about: parts.join("; ") };
  });
}

/** The basis of the address: null for a new one. */
function nameIn({ params }: LoaderFunctionArgs, scenario: Scenario): string | null {
  const name = params["basis"] ?? "";
  if (name === "-") return null;
  if (!basesOf(scenario).includes(name)) throw notFound();
  return name;
}

export async function loadBasis(args: LoaderFunctionArgs) {
  const { scenario, revision } = await requireScenario(args);
  const name = nameIn(args, scenario);
  if (name === null) requireEditor(args);
  return {
    revision,
    title: name === null ? "Add a basis for all areas" : basisWords(name),
    isNew: name === null,
    hasAreas: scenario.areas.length > 0,
    rounds: name === null ? [] : roundsBy(scenario, name),
    groups: basisForm(scenario, basisOf(scenario, name)),
    back: `${scenarioHref(scenarioKeyOf(args))}/data`,
  };
}

/** Saves or deletes a basis as one change of every area. */
export async function saveBasis(args: ActionFunctionArgs): Promise<Response> {
  const sent = await args.request.formData().then(readSubmission, () => null);
  if (sent === null) throw new Response("The planner cannot read this form.", { status: 400 });
  const { fields, options, baseRevision, reason } = sent;
  const key = scenarioKeyOf(args);
  // Only what somebody typed since they saw the form is a change, whatever others did meanwhile.
  const seen = await args.context.services.loadRevision(key, baseRevision);
  if (seen === null) throw notFound();
  const name = nameIn(args, seen);
  const refused = (part: Partial<Extract<SaveAnswer, { outcome: "refused" }>>): Response =>
    answerAsData({
      ...{ outcome: "refused", errors: {}, elsewhere: [], values: fields, baseRevision, ...part },
    });
  let change: { readonly name: string; readonly operations: readonly Operation[] };
  if (options[STEP] === "delete" && name !== null) {
    const rounds = roundsBy(seen, name);
    if (rounds.length > 0)
      return refused({
        elsewhere: [
          {
            text: `${joinWords(rounds)} shares by ${basisWords(name).toLowerCase()}: choose another basis there first.`,
            href: `${scenarioHref(key)}/contributions`,
          },
        ],
      });
    change = { name: `Basis deleted: ${basisWords(name)}`, operations: deletionOperations(seen, name) };
  } else {
    const read = readBasis(seen, basisOf(seen, name), fields);
    if ("errors" in read)
      return refused({
        errors: {
          ...read.errors,
          ...(read.block.length === 0 ? {} : { [BASIS.block]: read.block.join(" ") }),
        },
        elsewhere: [],
      });
    const what = name === null ? "added" : "changed";
    change = {
      name: `Basis ${what}: ${basisWords(read.basis.name)}`,
      operations: basisOperations(seen, name ?? read.basis.name, read.basis),
    };
  }
  const back = `${scenarioHref(key)}/data`;
  if (change.operations.length === 0) return safeRedirect(`${back}?saved=nothing`);
  const request = { baseRevision, change, ...(reason === null ? {} : { reason }) };
  const saved = await args.context.services.saveChange(key, request, authorshipOf(args));
  switch (saved.outcome) {
    case "saved":
      return safeRedirect(`${back}?saved=${saved.revision}`);
    case "refused":
      return refused({ elsewhere: saved.issues.map(({ message }) => ({ text: message })) });
    case "conflict": {
      const text =
        "Someone else changed some of these figures meanwhile. What you typed is still here: compare it with Data, and save again to put it in their place.";
      return refused({ elsewhere: [{ text, href: back }], baseRevision: saved.revision });
    }
    case "missing":
      throw notFound();
  }
}
