import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink, SummaryCard, SummaryList, Tag } from "../components/govuk";
import {
  consultationHref,
  consultationsHref,
  periodWords,
  todayTextOf,
  WINDOWS,
} from "../lib/consultation-route";
import { requirePlan } from "../lib/scenario-route";
import { useCanEdit } from "../lib/signed-in";
import { PLANS, type TrailHandle } from "../lib/trail";

export const meta: MetaFunction = () => [{ title: "Consultations - Commissioning planner" }];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ plan }) => [PLANS, plan],
};

export async function loader(args: LoaderFunctionArgs) {
  const plan = await requirePlan(args);
  const listed = await args.context.services.consultations.list(plan.id, todayTextOf(args));
  return {
    plan: { href: `/plans#${plan.id}`, text: plan.name },
    newHref: `${consultationsHref(plan.id)}/new`,
    consultations: listed.map((consultation) => ({
      id: consultation.id,
      href: consultationHref({ plan: plan.id, consultation: consultation.id }),
      name: consultation.name,
      window: WINDOWS[consultation.window],
      period: periodWords(consultation),
      scenarios: consultation.snapshots.map(({ name }) => name),
      replied: `${consultation.replied} of ${consultation.asked} partners`,
    })),
  };
}

export default function ConsultationsPage() {
  const { plan, newHref, consultations } = useLoaderData<typeof loader>();
  const canEdit = useCanEdit();
  return (
    <>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{plan.text}</span> Consultations
      </h1>
      <p className="govuk-body app-text">
        A consultation freezes scenarios as they stand and asks partners about them by a link of their own.
        You keep working on the plan meanwhile; their replies become a new scenario.
      </p>
      {canEdit && <ButtonLink href={newHref}>Freeze scenarios and consult</ButtonLink>}
      {consultations.length === 0 && <p className="govuk-body">There are no consultations yet.</p>}
      {consultations.map(({ id, href, name, window, period, scenarios, replied }) => (
        <SummaryCard key={id} title={name} actions={[{ href, text: "Open", hiddenText: name }]}>
          <SummaryList
            rows={[
              { key: "State", value: <Tag colour={window.colour}>{window.words}</Tag> },
              { key: "Replies taken", value: period },
              { key: "Asks about", value: scenarios.join("; ") },
              { key: "Replied", value: replied },
            ]}
          />
        </SummaryCard>
      ))}
    </>
  );
}
