import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { EditForm } from "../components/forms/edit-form";
import {
  atFields,
  Button,
  Checkboxes,
  ErrorSummary,
  Input,
  InsetText,
  Radios,
  Textarea,
} from "../components/govuk";
import {
  type ConsultationTexts,
  draftOf,
  faultsByField,
  readConsultationTexts,
  readPlainForm,
} from "../forms/consultation-form";
import { consultationHref, consultationsHref, todayTextOf } from "../lib/consultation-route";
import { formatMoment } from "../lib/moment";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound } from "../lib/scenario-route";
import { PLANS, type TrailHandle } from "../lib/trail";
import { SILENCES } from "../reports/consultation/words";
import { formatDateWords } from "../reports/format-table";
import { formatDay, parseDay } from "../../scenarios/model/calendar";

/** Four weeks: long enough for a cabinet to meet. */
const USUAL_DAYS = 28;
const USUAL_THRESHOLD = "5";

export const meta: MetaFunction = () => [{ title: "Freeze and consult - Commissioning planner" }];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ plan }) => [PLANS, plan, { href: plan.consultations, text: "Consultations" }],
};

export async function loader(args: LoaderFunctionArgs) {
  const plan = await args.context.services.loadPlan(args.params["plan"] ?? "");
  if (plan === null) throw notFound();
  const asks = plan.scenarios.filter(
    ({ evaluation }) => (evaluation?.scenario.contributions ?? []).length > 0,
  );
  const today = todayTextOf(args);
  return {
    plan: { href: `/plans#${plan.id}`, text: plan.name, consultations: consultationsHref(plan.id) },
    opens: formatDateWords(today),
    closes: formatDateWords(formatDay(parseDay(today) + USUAL_DAYS)),
    scenarios: asks.map(({ id, name, revision, updatedAt, updatedBy }) => ({
      value: `${id}@${revision}`,
      text: name,
      hint: `As it stands: revision ${revision}, ${formatMoment(updatedAt)}, ${updatedBy}`,
    })),
  };
}

/** Freezes, or says at each field what is wrong; nothing that was typed is lost. */
export async function action(args: ActionFunctionArgs) {
  const plan = args.params["plan"] ?? "";
  const texts = readConsultationTexts(await readPlainForm(args.request));
  const { consultations } = args.context.services;
  const outcome = await consultations.freeze(plan, draftOf(texts), authorshipOf(args));
  if (outcome.outcome === "missing") throw notFound();
  if (outcome.outcome === "refused") return refuseForm({ texts, faults: faultsByField(outcome.issues) });
  return safeRedirect(consultationHref({ plan, consultation: outcome.consultation }));
}

export default function NewConsultationPage() {
  const { opens, closes, scenarios } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  const faults: Readonly<Record<string, string>> = refused?.faults ?? {};
  const texts: Partial<ConsultationTexts> = refused?.texts ?? {};
  const errors = atFields(faults);
  return (
    <div className="app-text">
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <h1 className="govuk-heading-l">Freeze scenarios and consult</h1>
      {scenarios.length === 0 && (
        <InsetText>
          No scenario of this plan has a round of contributions yet, so there is nobody to ask. Add one on the
          Contributions page of a scenario.
        </InsetText>
      )}
      <EditForm>
        <Input
          name="name"
          label="Name of the consultation"
          hint="Partners see it. For example: Domestic abuse services from October, spring consultation"
          defaultValue={texts.name ?? ""}
          error={faults["name"]}
        />
        <Checkboxes
          name="scenarios"
          legend="Scenarios that go out"
          legendSize="m"
          hint="Each goes out exactly as it stands now. Later edits go to the live plan and are not shown to partners."
          items={scenarios}
          chosen={texts.scenarios}
          error={faults["scenarios"]}
        />
        <Textarea
          name="introduction"
          label="What you want to say to everyone"
          hint="A few plain sentences: why you ask, and what happens with the replies."
          rows={6}
          defaultValue={texts.introduction ?? ""}
          error={faults["introduction"]}
        />
        <Textarea
          name="questions"
          label="Questions (optional)"
          hint="One question on each line. Every partner can answer each in its own words."
          rows={5}
          defaultValue={texts.questions ?? ""}
          error={faults["questions"]}
        />
        <Input
          name="opens"
          label="First day of replies"
          hint="For example, 2 February 2015"
          width={20}
          defaultValue={texts.opens ?? opens}
          error={faults["opens"]}
        />
        <Input
          name="closes"
          label="Last day of replies"
          hint="Partners can change their reply to the end of this day."
          width={20}
          defaultValue={texts.closes ?? closes}
          error={faults["closes"]}
        />
        <Radios
          name="silence"
          legend="What silence means"
          legendSize="m"
          hint="Said to every partner on its page. Silence never joins anything."
          items={Object.entries(SILENCES).map(([value, text]) => ({ value, text }))}
          chosen={texts.silence ?? "undecided"}
          error={faults["silence"]}
        />
        <Input
          name="smallNumberThreshold"
          label="Hide real counts below"
          hint="Counts of people under this number are not shown to partners, nor can they be worked out from totals. 5 is usual; NHS data may need 8."
          width={3}
          inputMode="numeric"
          defaultValue={texts.smallNumberThreshold ?? USUAL_THRESHOLD}
          error={faults["smallNumberThreshold"]}
        />
        <Button disabled={isBusy || scenarios.length === 0}>Freeze</Button>
      </EditForm>
    </div>
  );
}
