import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditForm } from "../components/forms/edit-form";
import { Button, ErrorSummary, Input, type NavigationItem, Select } from "../components/govuk";
import { readValue } from "../forms/read-value";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound, requireEditor, scenarioHref } from "../lib/scenario-route";
import { PLANS } from "../lib/trail";
import { typedIn } from "../lib/typed-in";
import type { PlanWithScenarios } from "../services/services";

export const meta: MetaFunction = () => [{ title: "New scenario - Commissioning planner" }];

export const handle = { trail: (): readonly NavigationItem[] => [PLANS] };

const FIELDS = ["name", "from", "start", "end"] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

async function requirePlanWithScenarios(args: LoaderFunctionArgs): Promise<PlanWithScenarios> {
  requireEditor(args);
  const plan = await args.context.services.loadPlan(args.params["plan"] ?? "");
  if (plan === null) throw notFound();
  return plan;
}

export async function loader(args: LoaderFunctionArgs) {
  const { name, scenarios } = await requirePlanWithScenarios(args);
  return {
    plan: name,
    scenarios: scenarios.map(({ id, name: text }) => ({ value: id, text })),
    // The scenario that was open when a copy of it was asked for.
    from: new URL(args.request.url).searchParams.get("from") ?? "",
  };
}

/** A copy of a scenario of the plan, or one with nothing in it but its months. */
export async function action(args: ActionFunctionArgs) {
  const plan = await requirePlanWithScenarios(args);
  const form = await args.request.formData();
  const typed = Object.fromEntries(FIELDS.map((field) => [field, typedIn(form, field)])) as Typed;
  const refuse = (field: keyof Typed, text: string) =>
    refuseForm({ typed, faults: [{ text, href: `#${field}` }] });
  const { services } = args.context;
  if (typed.name === "")
    return refuse("name", "The scenario has no name: write what it tries, such as “One joint lot”.");
  const copied = plan.scenarios.find(({ id }) => id === typed.from);
  if (copied !== undefined) {
    const made = await services.duplicateScenario(
      { plan: plan.id, scenario: copied.id },
      typed.name,
      authorshipOf(args),
    );
    if (made.outcome !== "created") throw notFound();
    return safeRedirect(scenarioHref({ plan: plan.id, scenario: made.scenario }));
  }
  const [start, end] = [readValue("month", typed.start), readValue("month", typed.end)];
  if (!start.ok) return refuse("start", `First month is “${typed.start}”: ${start.remedy}.`);
  if (!end.ok) return refuse("end", `Last month is “${typed.end}”: ${end.remedy}.`);
  const horizon = { start: start.value as string, end: end.value as string };
  const made = await services.createEmptyScenario(plan.id, { name: typed.name, horizon }, authorshipOf(args));
  if (made.outcome === "missing") throw notFound();
  if (made.outcome === "refused") return refuse("end", made.issues.map(({ message }) => message).join(" "));
  return safeRedirect(scenarioHref({ plan: plan.id, scenario: made.scenario }));
}

export default function NewScenarioPage() {
  const { plan, scenarios, from: asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { name = "", from = asked, start = "", end = "" } = answer?.typed ?? {};
  const faults = answer?.faults ?? [];
  const faultOf = (field: string) => faults.find(({ href }) => href === `#${field}`)?.text;
  return (
    <div className="app-text">
      {faults.length > 0 && <ErrorSummary errors={faults} description="Nothing was saved." />}
      <span className="govuk-caption-l">{plan}</span>
      <h1 className="govuk-heading-l">New scenario</h1>
      <EditForm>
        <Input name="name" label="Name" defaultValue={name} error={faultOf("name")} />
        <Select
          name="from"
          label="Start from"
          hint="A copy remembers what it was copied from, so its changes can be listed."
          items={[{ value: "", text: "Nothing: an empty scenario" }, ...scenarios]}
          defaultValue={from}
        />
        <Input
          name="start"
          label="First month, of an empty scenario"
          hint="For example, April 2026"
          width={20}
          defaultValue={start}
          error={faultOf("start")}
        />
        <Input
          name="end"
          label="Last month, of an empty scenario"
          width={20}
          defaultValue={end}
          error={faultOf("end")}
        />
        <Button>Create the scenario</Button>
      </EditForm>
    </div>
  );
}
