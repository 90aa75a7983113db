import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditForm } from "../components/forms/edit-form";
import { FieldGroup } from "../components/forms/field-group";
import { FormAnswer } from "../components/forms/save-answers";
import { Button, ButtonGroup, Input } from "../components/govuk";
import { useHeld } from "../components/forms/use-held";
import { LiveStatus } from "../components/live/live-status";
import { KeyFigures } from "../components/report/key-figures";
import { provisionForm } from "../forms/provision-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { BASE_REVISION, REASON } from "../forms/submission";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { movedFigures } from "../live/moved";
import { useLiveFigures } from "../live/use-live-figures";
import { useTyping } from "../live/use-typing";
import { showProvision } from "../pages/show-provision";
import { PROVISION_KINDS } from "../reports/words";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : data.name} - Commissioning planner` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const provision = scenario.provisions.find(({ id }) => id === args.params["provision"]);
  if (provision === undefined) throw notFound();
  return {
    id: provision.id,
    href,
    name: provision.name,
    kind: PROVISION_KINDS[provision.kind],
    revision,
    groups: provisionForm(scenario, provision),
    back: `${href}/lots`,
    shown: showProvision({ evaluation, href }, provision.id),
  };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/lots`);

export default function ProvisionPage() {
  const { id, href, name, kind, revision, back, ...loaded } = useLoaderData<typeof loader>();
  const held = useHeld({ groups: loaded.groups, revision });
  const { typing, onInput } = useTyping();
  const { shown, saved, live, getReady } = useLiveFigures({
    ...{ page: "provision", subject: id, href, revision },
    saved: loaded.shown,
    typed: typing,
  });
  const answer = useActionData<SaveAnswer>();
  const baseRevision = answer !== undefined && "baseRevision" in answer ? answer.baseRevision : held.revision;
  return (
    <div className="app-text">
      <EditForm readable noValidate={answer?.outcome !== "conflict"} onInput={onInput} onFocus={getReady}>
        <FormAnswer answer={answer} />
        <span className="govuk-caption-l">{kind}</span>
        <h2 className="govuk-heading-l">{name}</h2>
        <LiveStatus live={live} />
        <KeyFigures figures={movedFigures(saved.figures, shown.figures)} />
        <input type="hidden" name={BASE_REVISION} value={baseRevision} />
        {held.groups.map((group) => (
          <FieldGroup key={group.id} group={group} answer={answer} />
        ))}
        <Input
          name={REASON}
          label="Why (optional)"
          hint="It stands beside the change in the history. Name no person."
        />
        <ButtonGroup>
          <Button>Save</Button>
          <a className="govuk-link" href={back}>
            Cancel
          </a>
        </ButtonGroup>
      </EditForm>
    </div>
  );
}
