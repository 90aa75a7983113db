import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { EditForm } from "../components/forms/edit-form";
import { Button, ErrorSummary, Input, type NavigationItem, Textarea } from "../components/govuk";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, requireEditor } from "../lib/scenario-route";
import { PLANS } from "../lib/trail";
import { typedIn } from "../lib/typed-in";

export const meta: MetaFunction = () => [{ title: "New plan - Commissioning planner" }];

export const handle = { trail: (): readonly NavigationItem[] => [PLANS] };

export function loader(args: LoaderFunctionArgs) {
  requireEditor(args);
  return null;
}

/** A plan is a partnership that commissions together; it leads on to its first scenario. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const [name, about] = [typedIn(form, "name"), typedIn(form, "about")];
  if (name === "") {
    const text = "The plan has no name: write who commissions what together, such as “Derby 2016”.";
    return refuseForm({ name, about, faults: [{ text, href: "#name" }] });
  }
  const plan = await args.context.services.createPlan({ name, about }, authorshipOf(args));
  return safeRedirect(`/plans/${encodeURIComponent(plan)}/new`);
}

export default function NewPlanPage() {
  const answer = useActionData<typeof action>();
  const faults = answer?.faults ?? [];
  return (
    <div className="app-text">
      {faults.length > 0 && <ErrorSummary errors={faults} description="Nothing was saved." />}
      <h1 className="govuk-heading-l">New plan</h1>
      <EditForm>
        <Input
          name="name"
          label="Name"
          hint="The partnership and the year, such as Derby 2016"
          defaultValue={answer?.name ?? ""}
          error={faults[0]?.text}
        />
        <Textarea name="about" label="What it is about (optional)" defaultValue={answer?.about ?? ""} />
        <Button>Create the plan</Button>
      </EditForm>
    </div>
  );
}
