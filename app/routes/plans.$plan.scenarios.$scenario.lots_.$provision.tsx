import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FieldGroup } from "../components/forms/field-group";
import { FormAnswer } from "../components/forms/save-answers";
import { Button, ButtonGroup, Input } from "../components/govuk";
import { provisionForm } from "../forms/provision-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { BASE_REVISION, REASON } from "../forms/submission";
import { notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { PROVISION_KINDS } from "../reports/words";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data === undefined ? "Error" : data.name} - Commissioning planner` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, revision } = await requireScenario(args);
  const provision = scenario.provisions.find(({ id }) => id === args.params["provision"]);
  if (provision === undefined) throw notFound();
  return {
    name: provision.name,
    kind: PROVISION_KINDS[provision.kind],
    revision,
    groups: provisionForm(scenario, provision),
    back: `${scenarioHref(scenarioKeyOf(args))}/lots`,
  };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/lots`);

export default function ProvisionPage() {
  const { name, kind, revision, groups, back } = useLoaderData<typeof loader>();
  const answer = useActionData<SaveAnswer>();
  const baseRevision = answer !== undefined && "baseRevision" in answer ? answer.baseRevision : revision;
  return (
    <div className="app-text">
      <Form method="post" noValidate={answer?.outcome !== "conflict"}>
        <FormAnswer answer={answer} />
        <span className="govuk-caption-l">{kind}</span>
        <h2 className="govuk-heading-l">{name}</h2>
        <input type="hidden" name={BASE_REVISION} value={baseRevision} />
        {groups.map((group) => (
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
      </Form>
    </div>
  );
}
