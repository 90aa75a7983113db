import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "../components/govuk";
import { readPlainForm } from "../forms/consultation-form";
import {
  consultationHref,
  consultationKeyOf,
  requireConsultation,
  sinceFrozenHref,
} from "../lib/consultation-route";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound } from "../lib/scenario-route";

export async function loader(args: LoaderFunctionArgs) {
  await requireConsultation(args);
  return { href: consultationHref(consultationKeyOf(args)) };
}

/** Makes a frozen scenario as replied, and shows it beside the frozen one. */
export async function action(args: ActionFunctionArgs) {
  const { consultation } = await requireConsultation(args);
  const scenario = (await readPlainForm(args.request)).get("scenario");
  const asked = typeof scenario === "string" ? scenario : "";
  const key = consultationKeyOf(args);
  const outcome = await args.context.services.consultations.fold(key, asked, authorshipOf(args));
  if (outcome.outcome === "missing") throw notFound();
  if (outcome.outcome === "refused") {
    return refuseForm({ faults: outcome.issues.map(({ message }) => ({ text: message })) });
  }
  return safeRedirect(sinceFrozenHref(consultation, asked, outcome.scenario));
}

/** Reached only when the replies cannot be folded in. */
export default function FoldPage() {
  const { href } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults ?? [];
  return (
    <>
      {faults.length > 0 && (
        <ErrorSummary
          errors={faults}
          description="The scenario as replied could not be evaluated, so it was not made."
        />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={href}>
          Back to the partners
        </a>
      </p>
    </>
  );
}
