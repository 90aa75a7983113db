import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayEdit } from "../access/access-table";
import { EditForm } from "../components/forms/edit-form";
import { Button, ErrorSummary, InsetText, Select, type SummarisedError } from "../components/govuk";
import { ChangeList } from "../components/history/change-list";
import { type Decision, DecisionFields, Decisions } from "../components/history/decisions";
import { ReasonedChanges } from "../components/history/reasoned-changes";
import { describeAgainstBase, describeTakeOver, otherScenarios } from "../lib/base-page";
import { choicesFrom, decisionsOfMerge, numberFrom, textFrom } from "../lib/decide";
import { formatCount } from "../lib/format-count";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { DID } from "../lib/undo-answer";

export async function loader(args: LoaderFunctionArgs) {
  const { scenario } = await requireScenario(args);
  const key = scenarioKeyOf(args);
  const against = await args.context.services.bases.load(key);
  const href = scenarioHref(key);
  return {
    href,
    mayEdit: mayEdit(args.context.identity),
    basedOn: scenario.basedOn?.name ?? scenario.basedOn?.id ?? null,
    base: against && {
      ...against.base,
      href: scenarioHref({ ...key, scenario: against.base.id }),
      changes: describeAgainstBase(against),
      takeOver: describeTakeOver(against),
    },
    others: await otherScenarios(args),
  };
}

/** Stores why a field was changed, or takes over what changed in the base. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData().catch(() => new FormData());
  switch (form.get("do")) {
    case "reason":
      return giveReason(args, textFrom(form, "reason"), [textFrom(form, "path")]);
    case "reason-for-all": {
      const against = await args.context.services.bases.load(scenarioKeyOf(args));
      const unsaid = (against?.changes ?? []).filter(({ reason }) => reason === null);
      return giveReason(
        args,
        textFrom(form, "reason"),
        unsaid.map(({ operation }) => operation.path),
      );
    }
    default:
      return takeOver(args, form);
  }
}

async function giveReason(args: ActionFunctionArgs, reason: string, paths: readonly string[]) {
  const key = scenarioKeyOf(args);
  for (const path of paths) {
    const isThere = await args.context.services.bases.giveReason(key, { path, reason }, authorshipOf(args));
    if (!isThere) throw notFound();
  }
  return safeRedirect(`${scenarioHref(key)}/base`);
}

async function takeOver(args: ActionFunctionArgs, form: FormData) {
  const key = scenarioKeyOf(args);
  const { bases } = args.context.services;
  const chosen = choicesFrom(form);
  const seen = { baseRevision: numberFrom(form, "baseRevision"), upTo: numberFrom(form, "upTo") };
  const outcome = await bases.takeOver(key, { ...seen, chosen }, authorshipOf(args));
  switch (outcome.outcome) {
    case "saved":
      return safeRedirect(`${scenarioHref(key)}/base?${DID}=${outcome.revision}`);
    case "missing":
      throw notFound();
    case "refused":
      return refuseForm(answer({ faults: outcome.issues.map(({ message }) => ({ text: message })) }));
    case "conflict":
      return refuseForm(answer({ faults: [{ text: MEANWHILE }] }));
    case "undecided": {
      const against = await bases.load(key);
      if (against === null) throw notFound();
      const sides = { mine: against.scenario, theirs: against.baseNow, words: WORDS };
      const decisions = decisionsOfMerge(against.merge.conflicts, sides, chosen);
      return refuseForm(answer({ decisions }));
    }
  }
}

const WORDS = { mine: "Keep", theirs: "Take over" };
const MEANWHILE = "Someone changed the scenario meanwhile. Look at what is listed now, then take over again.";

type Answer = { readonly faults: readonly SummarisedError[]; readonly decisions: readonly Decision[] };
const answer = (given: Partial<Answer>): Answer => ({ faults: [], decisions: [], ...given });

export default function BasePage() {
  const { href, base, basedOn, mayEdit: isEditor, others } = useLoaderData<typeof loader>();
  const { faults = [], decisions = [] } = useActionData<typeof action>() ?? {};
  if (base === null) return <NoBase basedOn={basedOn} />;
  const { name, takenOver, changes, takeOver } = base;
  return (
    <div className="app-text">
      {faults.length > 0 && <ErrorSummary errors={faults} description="Nothing was taken over." />}
      <h2 className="govuk-heading-l">Changes against “{name}”</h2>
      <p className="govuk-body">
        {changes.length === 0
          ? "Nothing is different yet."
          : `${formatCount(changes.length, "change", "changes")} to `}
        {changes.length > 0 && (
          <a className="govuk-link" href={base.href}>
            {name}
          </a>
        )}
        {changes.length > 0 && ` as it was in its revision ${takenOver}, each with why it was made.`}
      </p>
      <ReasonedChanges changes={changes} mayEdit={isEditor} />
      <h2 className="govuk-heading-m" id="take-over">
        What changed in “{name}” since
      </h2>
      {takeOver === null ? (
        <p className="govuk-body">Nothing that is not here already.</p>
      ) : (
        <TakeOver {...takeOver} undecided={decisions} />
      )}
      {isEditor && changes.length > 0 && others.length > 0 && <StackForm href={href} others={others} />}
    </div>
  );
}

function NoBase({ basedOn }: { readonly basedOn: string | null }) {
  return (
    <>
      <h2 className="govuk-heading-l">Changes against the base</h2>
      <InsetText>
        {basedOn === null
          ? "This scenario is based on no other. Duplicate it, and the copy lists what it changes."
          : `This scenario is based on “${basedOn}”, which is not in this plan: import it to see what is different.`}
      </InsetText>
    </>
  );
}

type TakeOverProps = NonNullable<ReturnType<typeof describeTakeOver>> & {
  readonly undecided: readonly Decision[];
};

function TakeOver({ clean, decisions, undecided, upTo, revision }: TakeOverProps) {
  const isAsked = undecided.length > 0;
  return (
    <EditForm readable noValidate>
      <Decisions
        title="Choose for each"
        description="Nothing was taken over yet: both changed these."
        decisions={undecided}
      />
      {clean.length > 0 && (
        <>
          <p className="govuk-body">
            {formatCount(clean.length, "change fits", "changes fit")} beside what is changed here.
          </p>
          <ChangeList changes={clean} />
        </>
      )}
      {!isAsked && decisions.length > 0 && (
        <>
          <h3 className="govuk-heading-s">Changed there and here</h3>
          <DecisionFields decisions={decisions} />
        </>
      )}
      <input type="hidden" name="upTo" value={upTo} />
      <input type="hidden" name="baseRevision" value={revision} />
      <Button>Take over</Button>
    </EditForm>
  );
}

function StackForm({
  href,
  others,
}: {
  readonly href: string;
  readonly others: readonly { readonly id: string; readonly name: string }[];
}) {
  return (
    <form method="get" action={`${href}/base/stack`}>
      <h2 className="govuk-heading-m">Put these changes on top of another scenario</h2>
      <p className="govuk-body">
        A new scenario with both lists of changes. You see first what it would be; the two stay as they are.
      </p>
      <Select name="on" label="On top of" items={others.map(({ id, name }) => ({ value: id, text: name }))} />
      <Button look="secondary">Continue</Button>
    </form>
  );
}
