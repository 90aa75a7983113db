import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { cellsOf } from "../../scenarios/panel/panel";
import { SureForm } from "../components/forms/sure-form";
import { atFields, Button, ErrorSummary, InsetText, Textarea } from "../components/govuk";
import { PointsFields } from "../components/panel/points-fields";
import { panelHref, pointsField, readPoints, requirePanelLine, scoreHref, textOf } from "../lib/panel-page";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, scenarioKeyOf } from "../lib/scenario-route";

export const meta: MetaFunction = () => [{ title: "Your scores - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const { line, panel, priorities } = await requirePanelLine(args);
  const own = panel.own?.[line.id];
  const fields = cellsOf(priorities, line).map((cell) =>
    pointsField(line, cell, own?.points[cell.key] ?? ""),
  );
  return {
    href: panelHref(args),
    name: line.name,
    place: `Line ${priorities.lines.indexOf(line) + 1} of ${priorities.lines.length}`,
    closed: panel.closedAt !== null,
    asked: panel.own !== null,
    interest: own?.interest ?? "",
    fields,
  };
}

/** Saves one's own scores of this line and goes on to the next. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { line, priorities } = await requirePanelLine(args);
  const form = await args.request.formData();
  const interest = textOf(form, INTEREST).trim();
  const { points, faults, typed } = readPoints(cellsOf(priorities, line), form);
  if (interest.length > LONGEST_INTEREST)
    faults[INTEREST] = `Say your interest in at most ${LONGEST_INTEREST} characters`;
  if (Object.keys(faults).length > 0) return refuseForm<Answer>({ faults, typed, interest });
  const own = { line: line.id, scores: { points, interest } };
  const outcome = await args.context.services.panels.save(scenarioKeyOf(args), own, authorshipOf(args));
  if (outcome !== "saved") {
    const fault = outcome === "closed" ? "The round is closed: no more scores are taken." : NOT_ASKED;
    return refuseForm<Answer>({ faults: { [INTEREST]: fault }, typed, interest });
  }
  const next = priorities.lines[priorities.lines.indexOf(line) + 1];
  const href = panelHref(args);
  return safeRedirect(next === undefined ? `${href}?saved=yes` : scoreHref(href, next.id));
}

type Answer = {
  readonly faults: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly interest: string;
};

const INTEREST = "interest";
const LONGEST_INTEREST = 500;
const NOT_ASKED = "You are not asked in this round: who opened it can add you.";

export default function ScorePage() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const isBusy = useNavigation().state !== "idle";
  const faults = answer?.faults ?? {};
  return (
    <>
      {answer !== undefined && (
        <ErrorSummary
          description="Nothing was saved. What you typed is still here."
          errors={atFields(faults)}
        />
      )}
      <span className="govuk-caption-l">Your scores. {data.place}</span>
      <h2 className="govuk-heading-l">{data.name}</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={data.href}>
          Back to the panel
        </a>
      </p>
      {data.closed ? (
        <InsetText>The round is closed: no more scores are taken.</InsetText>
      ) : data.asked ? (
        <SureForm noValidate className="app-text" key={data.name}>
          <p className="govuk-body">
            Nobody else sees your points until the round is closed. You may leave some empty and come back.
          </p>
          <Textarea
            name={INTEREST}
            label="Your interest in this line, if you have one"
            hint="For example that you work for the provider. Everybody can read it, and you do not score this line: points given here are removed."
            rows={2}
            defaultValue={answer?.interest ?? data.interest}
            error={faults[INTEREST]}
          />
          <PointsFields fields={data.fields} faults={faults} typed={answer?.typed} />
          <Button disabled={isBusy}>Save and go on</Button>
        </SureForm>
      ) : (
        <InsetText>{NOT_ASKED}</InsetText>
      )}
    </>
  );
}
