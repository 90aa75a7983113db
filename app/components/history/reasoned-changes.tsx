import { EditForm } from "../forms/edit-form";
import { Button, Details, Input } from "../govuk";
import { ChangeList, type ListedChange } from "./change-list";

export type ReasonedChange = ListedChange & { readonly reason: string; readonly said: string };

/** What a scenario changes of its base, each change with why, where that can be said. */
export function ReasonedChanges({
  changes,
  mayEdit,
}: {
  readonly changes: readonly ReasonedChange[];
  readonly mayEdit: boolean;
}) {
  const reasons = new Map(changes.map((change) => [change.path, change]));
  const unsaid = changes.filter(({ reason }) => reason === "").length;
  return (
    <>
      {mayEdit && unsaid > 1 && <OneReason count={unsaid} />}
      <ChangeList changes={changes}>
        {({ path, about }) => {
          const { reason = "", said = "" } = reasons.get(path) ?? {};
          return (
            <>
              <span className="app-changes__reason">
                {reason === "" ? "No reason given" : `Why: ${reason} (${said})`}
              </span>
              {mayEdit && <ReasonForm path={path} about={about} reason={reason} />}
            </>
          );
        }}
      </ChangeList>
    </>
  );
}

/** Many changes are often made for one reason. */
function OneReason({ count }: { readonly count: number }) {
  return (
    <Details summary={`Say why for all ${count} changes without a reason`}>
      <EditForm preventScrollReset>
        <Input
          name="reason"
          id="reason-for-all"
          label={`Why these ${count} changes were made`}
          hint="It stands beside each of them for everyone who works on the plan. Name no person."
        />
        <Button look="secondary" name="do" value="reason-for-all">
          Save it for all of them
        </Button>
      </EditForm>
    </Details>
  );
}

function ReasonForm({
  path,
  about,
  reason,
}: {
  readonly path: string;
  readonly about: string;
  readonly reason: string;
}) {
  return (
    <Details summary={reason === "" ? "Say why" : "Change the reason"}>
      <EditForm preventScrollReset>
        <input type="hidden" name="path" value={path} />
        <Input
          name="reason"
          id={`reason:${path}`}
          label={
            <>
              Why<span className="govuk-visually-hidden">: {about}</span>
            </>
          }
          hint="It stands beside the change for everyone who works on the plan. Name no person."
          defaultValue={reason}
        />
        <Button look="secondary" name="do" value="reason">
          Save the reason
        </Button>
      </EditForm>
    </Details>
  );
}
