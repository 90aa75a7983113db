import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { diffDocuments } from "../../scenarios/changes/diff-documents";
import type { Operation } from "../../scenarios/changes/operation";
import type { PriorityLine } from "../../scenarios/model/scenario";
import { cellsOf, type PanelCell, withScores } from "../../scenarios/panel/panel";
import { SureForm } from "../components/forms/sure-form";
import { atFields, Button, ErrorSummary, InsetText, Textarea } from "../components/govuk";
import { PointsFields } from "../components/panel/points-fields";
import { ReportTable } from "../components/report/report-table";
import {
  type PanelLine,
  panelHref,
  personOf,
  pointsField,
  readPoints,
  requirePanelLine,
  textOf,
} from "../lib/panel-page";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound, scenarioKeyOf } from "../lib/scenario-route";
import { useCanEdit } from "../lib/signed-in";
import { formatTable } from "../reports/format-table";
import { agreementsOf } from "../reports/panel-agreements";
import { buildPanelLineTable, mediansOf } from "../reports/panel";

export const meta: MetaFunction = () => [{ title: "Agree a score - Commissioning planner" }];

export async function loader(args: LoaderFunctionArgs) {
  const found = await requirePanelLine(args);
  const { loaded, line, panel, priorities } = found;
  if (panel.closedAt === null) throw notFound();
  const history = (await args.context.services.loadHistory(scenarioKeyOf(args))) ?? [];
  const last = agreementsOf(history, panel).get(line.id);
  const agreed = last?.note == null ? null : { by: last.by, note: last.note };
  const medians = mediansOf(priorities, line, panel);
  const fields = cellsOf(priorities, line).map((cell) => {
    const present = cell.level.scores?.[cell.criterion.id] ?? "";
    return pointsField(line, cell, agreed === null ? (medians[cell.key] ?? present) : present);
  });
  return {
    ...{ href: panelHref(args), name: line.name, revision: loaded.revision, fields, agreed },
    interest: interestOf(found, personOf(args)),
    table: formatTable(buildPanelLineTable(priorities, line, panel)),
  };
}

/** What keeps a person out of a line, or null. */
const interestOf = ({ panel, line }: PanelLine, person: string | null): string | null =>
  panel.members.find((member) => member.person === person)?.interests[line.id] ?? null;

/** The agreed points become the scenario's scores: a change like any other, with the note as its reason. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const found = await requirePanelLine(args);
  const { loaded, line, panel, priorities } = found;
  if (panel.closedAt === null) throw notFound();
  const form = await args.request.formData();
  const cells = cellsOf(priorities, line);
  const { points, faults, typed } = readPoints(cells, form);
  const note = textOf(form, NOTE).trim();
  for (const { key, criterion } of cells) {
    if (typed[key]?.trim() === "") faults[key] = `${criterion.name}: enter the agreed points from 0 to 100`;
  }
  if (note === "") faults[NOTE] = "Say why these points were agreed";
  if (interestOf(found, personOf(args)) !== null) faults[NOTE] = KEPT_OUT;
  if (Object.keys(faults).length > 0) return refuseForm<Answer>({ faults, typed, note });
  const key = scenarioKeyOf(args);
  const baseRevision = Number(textOf(form, "revision"));
  const seen = await args.context.services.loadRevision(key, baseRevision);
  const changed = diffDocuments(
    seen ?? loaded.scenario,
    withScores(seen ?? loaded.scenario, line.id, points),
  );
  const confirms = changed.length === 0;
  const change = confirms
    ? { name: `Agreed as it was: ${line.name}`, operations: sameScores(line, cells) }
    : { name: `Moderated: ${line.name}`, operations: changed };
  if (change.operations.length === 0) {
    const fault = "This line has no points to agree: its benefit is given as a figure";
    return refuseForm<Answer>({ faults: { [NOTE]: fault }, typed, note });
  }
  const request = { baseRevision, change, confirms, reason: note };
  const outcome = await args.context.services.saveChange(key, request, authorshipOf(args));
  if (outcome.outcome === "saved") return safeRedirect(`${panelHref(args)}?saved=yes`);
  if (outcome.outcome === "missing") throw notFound();
  const texts =
    outcome.outcome === "conflict"
      ? outcome.clashes.map(({ by }) => `${by} changed these scores meanwhile: open this page again`)
      : outcome.issues.map(({ message }) => message);
  return refuseForm<Answer>({ faults: { [NOTE]: texts[0] ?? "Nothing was saved" }, typed, note });
}

/** The scores of a line set to what they are: an agreement on them changes nothing, and stands in the history. */
function sameScores({ id }: PriorityLine, cells: readonly PanelCell[]): Operation[] {
  return cells.flatMap(({ level, criterion }) => {
    const value = level.scores?.[criterion.id];
    const path = `/priorities/lines/${id}/levels/${level.id}/scores/${criterion.id}`;
    return value === undefined ? [] : [{ op: "replace" as const, path, value }];
  });
}

type Answer = {
  readonly faults: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly note: string;
};

const NOTE = "note";
const KEPT_OUT = "You declared an interest in this line: somebody else agrees its score";

export default function ModeratePage() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const isBusy = useNavigation().state !== "idle";
  const canEdit = useCanEdit();
  const faults = answer?.faults ?? {};
  return (
    <>
      {answer !== undefined && (
        <ErrorSummary
          description="Nothing was saved. What you typed is still here."
          errors={atFields(faults)}
        />
      )}
      <span className="govuk-caption-l">Agree a score</span>
      <h2 className="govuk-heading-l">{data.name}</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={data.href}>
          Back to the panel
        </a>
      </p>
      <ReportTable table={data.table} />
      {data.agreed !== null && (
        <InsetText>
          Agreed by {data.agreed.by}: {data.agreed.note}
        </InsetText>
      )}
      {data.interest !== null ? (
        <InsetText>{KEPT_OUT}.</InsetText>
      ) : !canEdit ? (
        <InsetText>Your role reads plans and does not change them.</InsetText>
      ) : (
        <SureForm noValidate className="app-text">
          <p className="govuk-body">
            {data.agreed === null
              ? "The fields hold the medians of the panel, and the plan's own score where nobody scored."
              : "The fields hold what was agreed."}{" "}
            What you save becomes the score that the plan counts with; where it is that score already, the
            history keeps that it was agreed, and why.
          </p>
          <input type="hidden" name="revision" value={data.revision} />
          <PointsFields fields={data.fields} faults={faults} typed={answer?.typed} />
          <Textarea
            name={NOTE}
            label="Why these points"
            hint="It stands in the history beside the change."
            rows={3}
            defaultValue={answer?.note ?? ""}
            error={faults[NOTE]}
          />
          <Button disabled={isBusy}>Save the agreed scores</Button>
        </SureForm>
      )}
    </>
  );
}
