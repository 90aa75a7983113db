import { useNavigation } from "@remix-run/react";
import { EditForm } from "../forms/edit-form";
import { Button, Details, Tag } from "../govuk";
import { ChangeList, type ListedChange } from "./change-list";

/** Of a change with more, the rest is folded away. */
const MOST_CHANGES = 4;

type Revision = {
  readonly number: number;
  readonly name: string;
  readonly mark: string;
  readonly changes: readonly ListedChange[];
  readonly why: string;
  readonly who: string;
  readonly when: string;
};

/** Revisions, the newest first: who changed what from which value to which, when and why; each can be had again. */
export function HistoryList({
  revisions,
  latest,
  href,
  mayEdit,
}: {
  readonly revisions: readonly Revision[];
  readonly latest: number;
  /** The address of the history. */
  readonly href: string;
  readonly mayEdit: boolean;
}) {
  return (
    <ol className="govuk-list app-history" aria-label="Changes, the newest first">
      {revisions.map((revision) => (
        <li key={revision.number} id={`revision-${revision.number}`} className="app-history__item">
          <h3 className="govuk-heading-s app-history__name">
            <span className="app-history__number">
              <span className="govuk-visually-hidden">Revision </span>
              {revision.number}
            </span>
            {revision.name} {revision.mark !== "" && <Tag colour="grey">{revision.mark}</Tag>}
          </h3>
          <p className="govuk-body-s app-history__by">
            {revision.who}, {revision.when}
          </p>
          {revision.why !== "" && <p className="govuk-body">Why: {revision.why}</p>}
          <Changes {...revision} />
          <div className="govuk-body-s app-history__actions">
            {revision.number === latest ? (
              "As it is now"
            ) : (
              <Earlier number={revision.number} {...{ latest, href, mayEdit }} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Changes({ changes, number }: Revision) {
  if (changes.length === 0) {
    return number === 1 ? null : <p className="govuk-body">Nothing was left to change.</p>;
  }
  return (
    <>
      <ChangeList changes={changes.slice(0, MOST_CHANGES)} />
      {changes.length > MOST_CHANGES && (
        <Details
          summary={
            <>
              {changes.length - MOST_CHANGES} more
              <span className="govuk-visually-hidden"> changes of revision {number}</span>
            </>
          }
        >
          <ChangeList changes={changes.slice(MOST_CHANGES)} />
        </Details>
      )}
    </>
  );
}

function Earlier({
  number,
  latest,
  href,
  mayEdit,
}: {
  readonly number: number;
  readonly latest: number;
  readonly href: string;
  readonly mayEdit: boolean;
}) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <>
      <a className="govuk-link" href={`${href}/compare?from=${number}&to=${latest}`}>
        What changed since<span className="govuk-visually-hidden"> revision {number}</span>
      </a>
      {mayEdit && (
        <EditForm action={href} className="app-history__restore">
          <input type="hidden" name="revision" value={number} />
          <input type="hidden" name="baseRevision" value={latest} />
          <Button look="secondary" className="app-undo__button" disabled={isBusy}>
            Restore<span className="govuk-visually-hidden"> revision {number}</span>
          </Button>
        </EditForm>
      )}
    </>
  );
}
