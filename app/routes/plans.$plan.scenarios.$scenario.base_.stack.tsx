import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditForm } from "../components/forms/edit-form";
import { Button, ButtonGroup, ErrorSummary, Input, type SummarisedError } from "../components/govuk";
import { ChangeList } from "../components/history/change-list";
import { type Decision, DecisionFields, Decisions } from "../components/history/decisions";
import { describeChanges } from "../forms/describe-changes";
import { choicesFrom, decisionsOfMerge, numberFrom, textFrom } from "../lib/decide";
import { formatCount } from "../lib/format-count";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import type { Choices, LoadedStacking, Stacking } from "../services/bases";

export async function loader(args: LoaderFunctionArgs) {
  const { revision } = await requireScenario(args);
  const key = scenarioKeyOf(args);
  const { services } = args.context;
  const id = new URL(args.request.url).searchParams.get("on");
  // On top of which one is chosen there.
  if (id === null) throw safeRedirect(`${scenarioHref(key)}/base`) as Response;
  const on = await services.loadScenario({ ...key, scenario: id });
  if (on === null) throw notFound();
  const stacking: Stacking = {
    plan: key.plan,
    changesOf: { scenario: key.scenario, revision },
    on: { scenario: id, revision: on.revision },
  };
  const loaded = await services.bases.loadStacking(stacking);
  if (loaded === null) throw notFound();
  const { changed, changedBase, merge } = loaded;
  return {
    back: `${scenarioHref(key)}/base`,
    on: { id, name: loaded.on.name },
    seen: { revision, onRevision: on.revision },
    name: `${loaded.on.name}, with ${changed.name}`,
    clean: describeChanges(changedBase, changed, merge.clean),
    decisions: decide(loaded),
  };
}

const decide = ({ changed, on, merge }: LoadedStacking, chosen: Choices = {}): readonly Decision[] =>
  decisionsOfMerge(
    merge.conflicts,
    { mine: on, theirs: changed, words: { mine: `As in ${on.name}`, theirs: `As in ${changed.name}` } },
    chosen,
  );

/** Makes the new scenario and leads to it; or says what to choose or mend first. */
export async function action(args: ActionFunctionArgs) {
  const { plan, scenario } = scenarioKeyOf(args);
  const { bases } = args.context.services;
  const form = await args.request.formData().catch(() => new FormData());
  const [name, chosen] = [textFrom(form, "name"), choicesFrom(form)];
  const stacking: Stacking = {
    plan,
    changesOf: { scenario, revision: numberFrom(form, "revision") },
    on: { scenario: textFrom(form, "on"), revision: numberFrom(form, "onRevision") },
  };
  if (name === "") return refuseForm(answer({ name, faults: [NO_NAME] }));
  const outcome = await bases.stack({ ...stacking, name, chosen }, authorshipOf(args));
  switch (outcome.outcome) {
    case "created":
      return safeRedirect(`${scenarioHref({ plan, scenario: outcome.scenario })}/base`);
    case "missing":
      throw notFound();
    case "refused":
      return refuseForm(answer({ name, faults: outcome.issues.map(({ message }) => ({ text: message })) }));
    case "undecided": {
      const loaded = await bases.loadStacking(stacking);
      if (loaded === null) throw notFound();
      return refuseForm(answer({ name, decisions: decide(loaded, chosen) }));
    }
  }
}

const NO_NAME: SummarisedError = { href: "#name", text: "Name is empty: give the new scenario a name." };

type Answer = {
  readonly name: string;
  readonly faults: readonly SummarisedError[];
  readonly decisions: readonly Decision[];
};
const answer = (given: Partial<Answer> & Pick<Answer, "name">): Answer => ({
  ...{ faults: [], decisions: [] },
  ...given,
});

export default function StackPage() {
  const { back, on, seen, clean, decisions, ...loaded } = useLoaderData<typeof loader>();
  const { name = loaded.name, faults = [], decisions: undecided = [] } = useActionData<typeof action>() ?? {};
  const nameFault = faults.find(({ href }) => href === "#name")?.text;
  return (
    <EditForm className="app-text" noValidate>
      {faults.length > 0 && <ErrorSummary errors={faults} description="Nothing was made." />}
      <Decisions
        title="Choose for each"
        description="Nothing was made yet: both scenarios changed these."
        decisions={undecided}
      />
      <h2 className="govuk-heading-l">These changes on top of “{on.name}”</h2>
      <p className="govuk-body">
        {clean.length === 0
          ? "No change comes on top of it without a choice."
          : `${formatCount(clean.length, "change comes", "changes come")} on top of it without a choice.`}
      </p>
      <ChangeList changes={clean} />
      {undecided.length === 0 && decisions.length > 0 && (
        <>
          <h3 className="govuk-heading-m">Changed in both</h3>
          <DecisionFields decisions={decisions} />
        </>
      )}
      <input type="hidden" name="on" value={on.id} />
      <input type="hidden" name="revision" value={seen.revision} />
      <input type="hidden" name="onRevision" value={seen.onRevision} />
      <Input name="name" label="Name of the new scenario" defaultValue={name} error={nameFault} />
      <ButtonGroup>
        <Button>Make the scenario</Button>
        <a className="govuk-link" href={back}>
          Cancel
        </a>
      </ButtonGroup>
    </EditForm>
  );
}
