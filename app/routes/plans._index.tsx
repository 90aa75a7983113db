import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonGroup, ButtonLink, InsetText } from "../components/govuk";
import { ScenarioCard } from "../components/report/scenario-card";
import { compareHref } from "../lib/compare-query";
import { consultationsHref } from "../lib/consultation-route";
import { loadCardPlan } from "../lib/priorities-page";
import { scenarioCard } from "../lib/scenario-card";
import { useCanEdit } from "../lib/signed-in";

export const meta: MetaFunction = () => [{ title: "Plans - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const plans = await args.context.services.listPlans();
  const shown = plans.map(async ({ id, name, about, scenarios }) => ({
    id,
    name,
    about,
    compareHref: compareHref(id),
    consultationsHref: consultationsHref(id),
    newHref: `/plans/${encodeURIComponent(id)}/new`,
    importHref: `/plans/${encodeURIComponent(id)}/import`,
    cards: await Promise.all(
      scenarios.map(async (scenario) => scenarioCard(id, scenario, await loadCardPlan(args, scenario))),
    ),
  }));
  return { plans: await Promise.all(shown) };
}

export default function PlansPage() {
  const { plans } = useLoaderData<typeof loader>();
  const canEdit = useCanEdit();
  return (
    <>
      <h1 className="govuk-heading-xl">Plans</h1>
      {plans.some(({ id }) => id === "llr-2015") && (
        <p className="govuk-body">
          New here?{" "}
          <a className="govuk-link" href="/tour">
            See the sample in two minutes
          </a>
        </p>
      )}
      {plans.length === 0 && (
        <p className="govuk-body">
          There are no plans yet. Create one below, or load the sample: npm run db -- seed
        </p>
      )}
      {plans.map((plan) => (
        <section key={plan.id} aria-labelledby={plan.id}>
          <h2 className="govuk-heading-l" id={plan.id}>
            {plan.name}
          </h2>
          <p className="govuk-body app-text">{plan.about}</p>
          {plan.cards.length === 0 && (
            <InsetText>
              This plan has no scenario yet.{" "}
              <a className="govuk-link" href={plan.newHref}>
                Start with what runs today
              </a>
              : everything else is compared with it.
            </InsetText>
          )}
          <div className="app-cards">
            {plan.cards.map(({ id, ...card }) => (
              <ScenarioCard key={id} {...card} />
            ))}
          </div>
          <ButtonGroup>
            {plan.cards.length > 1 && <ButtonLink href={plan.compareHref}>Compare scenarios</ButtonLink>}
            <ButtonLink look="secondary" href={plan.consultationsHref}>
              Consultations
            </ButtonLink>
            {canEdit && (
              <>
                <ButtonLink look="secondary" href={plan.newHref}>
                  New scenario<span className="govuk-visually-hidden"> of {plan.name}</span>
                </ButtonLink>
                <ButtonLink look="secondary" href={plan.importHref}>
                  Import a scenario file
                </ButtonLink>
              </>
            )}
          </ButtonGroup>
        </section>
      ))}
      {canEdit && (
        <p className="govuk-body">
          <a className="govuk-link" href="/plans/new">
            Create a plan for another partnership
          </a>
        </p>
      )}
    </>
  );
}
