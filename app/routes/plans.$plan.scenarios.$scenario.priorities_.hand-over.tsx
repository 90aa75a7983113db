import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { handOverPlan } from "../../scenarios/optimise/hand-over";
import { EditForm } from "../components/forms/edit-form";
import { Button, ErrorSummary, Input, InsetText, WarningText } from "../components/govuk";
import { NoPlan } from "../components/priorities/no-plan";
import { PriorityPages } from "../components/priorities/priority-pages";
import { ReportTable } from "../components/report/report-table";
import { loadPrioritised } from "../lib/priorities-page";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showTable } from "../lib/shown-table";
import { useCanEdit } from "../lib/signed-in";
import { planName } from "../reports/plan-words";
import { buildHandOverTable } from "../reports/priorities-hand-over";

export const meta: MetaFunction = () => [{ title: "Hand the plan over - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const view = await loadPrioritised(args, loaded);
  if ("state" in view) return { href, notYet: view } as const;
  const isPlan = view.plan.status !== "infeasible";
  return {
    href,
    notYet: null,
    // A source of money needs an owner: without one nobody would pay for what is handed over.
    ownerHref: loaded.scenario.organisations.length > 0 ? null : `${href}/data#edit-organisations`,
    suggested: `${loaded.scenario.name}: ${planName(view.plan)}`,
    table: isPlan
      ? showTable(href, buildHandOverTable(view, handOverPlan(loaded.scenario, view.plan))).table
      : null,
  } as const;
}

/** Makes a new scenario of the plan and opens it. */
export async function action(args: ActionFunctionArgs) {
  const typed = (await args.request.formData()).get("name");
  const name = typeof typed === "string" ? typed.trim() : "";
  if (name === "") return refuseForm({ name, faults: [NAME_MISSING] });
  const key = scenarioKeyOf(args);
  const outcome = await args.context.services.handOverPlan(key, name, authorshipOf(args));
  if (outcome.outcome === "missing") throw notFound();
  if (outcome.outcome === "refused") {
    const faults = outcome.issues.map(({ message }) => ({ text: message, href: "#name" }));
    return refuseForm({ name, faults });
  }
  return safeRedirect(`${scenarioHref({ ...key, scenario: outcome.scenario })}/lots`);
}

const NAME_MISSING = { text: "Enter a name for the new scenario", href: "#name" };

export default function HandOverPage() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  const canEdit = useCanEdit();
  const fault = answer?.faults[0];
  return (
    <>
      {answer !== undefined && <ErrorSummary errors={answer.faults} description="Nothing was added." />}
      <PriorityPages />
      <span className="govuk-caption-l">Priorities</span>
      <h2 className="govuk-heading-l">Hand the plan over as a scenario</h2>
      <p className="govuk-body app-text">
        The lines of the plan become provisions of a new scenario, which is based on this one. There they get
        their dates, lots and capacity, and each budget becomes a source that pays for them. This scenario
        stays as it is.
      </p>
      {data.notYet !== null ? (
        <NoPlan href={data.href} page="priorities" notYet={data.notYet} />
      ) : data.table === null ? (
        <InsetText>No plan obeys all the rules, so there is none to hand over.</InsetText>
      ) : (
        <>
          <ReportTable table={data.table} downloadHref={undefined} stacks />
          {data.ownerHref !== null && (
            <WarningText>
              No organisation is entered, so nobody owns the budgets and they pay for nothing in the new
              scenario.{" "}
              <a className="govuk-link" href={data.ownerHref}>
                Enter who commissions
              </a>{" "}
              first.
            </WarningText>
          )}
          {canEdit ? (
            <EditForm noValidate>
              <Input
                id="name"
                name="name"
                label="Name of the new scenario"
                defaultValue={answer?.name ?? data.suggested}
                error={fault?.text}
              />
              <Button disabled={isBusy}>Make the scenario</Button>
            </EditForm>
          ) : (
            <InsetText>Your role reads plans and does not change them.</InsetText>
          )}
        </>
      )}
    </>
  );
}
