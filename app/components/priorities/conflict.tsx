import { useNavigation } from "@remix-run/react";
import { BASE_REVISION, CHANGE_NAME } from "../../forms/submission";
import type { ShownPriorities } from "../../lib/show-priorities";
import { EditForm } from "../forms/edit-form";
import { Button } from "../govuk";

type ConflictProps = Pick<ShownPriorities, "conflict"> & {
  readonly href: string;
  readonly revision: number;
};

/** The smallest set of rules that conflict, each with its field, its way out and a button that takes it. */
export function Conflict({ href, revision, conflict }: ConflictProps) {
  return (
    <section className="app-conflict" aria-labelledby="conflict">
      <h3 className="govuk-heading-m" id="conflict">
        {conflict.length === 1 ? "This rule cannot be obeyed" : "These rules conflict"}
      </h3>
      <p className="govuk-body">
        {conflict.length === 1
          ? "The way out is the least change that lets a plan obey it."
          : "No plan obeys all of them together, and without any one of them the others could be obeyed. Each way out is the least change of that rule alone with which a plan obeys every rule, also those that are not listed: one is enough."}
      </p>
      <ol className="govuk-list govuk-list--number app-conflict__rules">
        {conflict.map(({ path, text, href: fieldHref, wayOut, edit }) => (
          <li key={path}>
            <p className="govuk-body">
              <a className="govuk-link" href={fieldHref}>
                {text}
              </a>
              . {wayOut}
            </p>
            {edit !== null && <TakeWayOut {...{ href, revision, edit }} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

type TakeWayOutProps = Pick<ConflictProps, "href" | "revision"> & {
  readonly edit: NonNullable<ConflictProps["conflict"][number]["edit"]>;
};

function TakeWayOut({ href, revision, edit: { button, change, fields } }: TakeWayOutProps) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <EditForm action={`${href}/priorities/way-out`}>
      <input type="hidden" name={BASE_REVISION} value={revision} />
      <input type="hidden" name={CHANGE_NAME} value={change} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look="secondary" disabled={isBusy}>
        {button}
      </Button>
    </EditForm>
  );
}
