import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditForm } from "../components/forms/edit-form";
import { Button, ButtonGroup, ErrorSummary } from "../components/govuk";
import { ChangeList } from "../components/history/change-list";
import { Decisions } from "../components/history/decisions";
import { describeOn } from "../forms/describe-changes";
import { RESOLVE } from "../forms/submission";
import { requireScenario, authorshipOf, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { DIRECTION_WORDS, type UndoAnswer } from "../lib/undo-answer";
import { answerUndo, directionFrom } from "../lib/undo-route";

export async function loader(args: LoaderFunctionArgs) {
  const { scenario } = await requireScenario(args);
  const key = scenarioKeyOf(args);
  const steps = await args.context.services.loadSteps(key, authorshipOf(args));
  const described = (["undo", "redo"] as const).map((direction) => {
    const step = steps[direction];
    if (step === null) return [direction, null] as const;
    const changes = describeOn(scenario, step.operations);
    return [direction, { change: step.change, name: step.name, changes }] as const;
  });
  return {
    href: scenarioHref(key),
    direction: directionFrom(new URL(args.request.url).searchParams.get("direction")),
    steps: Object.fromEntries(described),
  };
}

export const action = (args: ActionFunctionArgs): Promise<Response> => answerUndo(args);

/** Where an undo asks, and where one can see first what it would do. */
export default function UndoPage() {
  const { href, direction: asked, steps } = useLoaderData<typeof loader>();
  const answer = useActionData<UndoAnswer>();
  const direction = answer?.direction ?? asked;
  const words = DIRECTION_WORDS[direction];
  const step = steps[direction];
  const { decisions = [], faults = [], gone = [], back = href, revision = null } = answer ?? {};
  if (step == null) return <NothingToDo word={words.toLowerCase()} back={back} />;
  return (
    <EditForm className="app-text" noValidate={decisions.length === 0}>
      {faults.length > 0 && <ErrorSummary errors={faults} description="Nothing was changed." />}
      <Decisions
        title="Someone else changed this too"
        description="Nothing was changed. Choose for each, then go on."
        decisions={decisions}
      />
      <h2 className="govuk-heading-l">{`${words}: ${step.name}`}</h2>
      <input type="hidden" name="direction" value={direction} />
      <input type="hidden" name="change" value={step.change} />
      <input type="hidden" name="back" value={back} />
      {revision !== null && <input type="hidden" name="revision" value={revision} />}
      {gone.map((path) => (
        <input key={path} type="hidden" name={`${RESOLVE}${path}`} value="theirs" />
      ))}
      <ChangeList changes={step.changes} />
      <ButtonGroup>
        <Button>{faults.length > 0 && gone.length > 0 ? "Leave out what is gone" : words}</Button>
        <a className="govuk-link" href={back}>
          Cancel
        </a>
      </ButtonGroup>
    </EditForm>
  );
}

function NothingToDo({ word, back }: { readonly word: string; readonly back: string }) {
  return (
    <>
      <h2 className="govuk-heading-l">Nothing to {word}</h2>
      <p className="govuk-body app-text">
        You can take back what you changed yourself, and make it again after that. The history has everything
        that anybody changed.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={back}>
          Back
        </a>
      </p>
    </>
  );
}
