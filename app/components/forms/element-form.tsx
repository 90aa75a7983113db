import type { ReactNode } from "react";
import type { FieldGroup } from "../../forms/field-group";
import type { SaveAnswer } from "../../forms/save-answer";
import { CREATE, LIKE } from "../../forms/submission";
import { useCanEdit } from "../../lib/signed-in";
import { ScenarioForm, type ScenarioFormProps } from "./scenario-form";

/** The form of one element of a list, new or there: all its fields, and the ways to copy and delete it. */
export function ElementForm({
  element: { create, like, more, ...shown },
  answer,
  children,
  ...form
}: Partial<Pick<ScenarioFormProps, "above" | "live">> & {
  readonly element: {
    readonly caption: string;
    readonly title: string;
    readonly groups: readonly FieldGroup[];
    readonly revision: number;
    readonly back: string;
    readonly create: readonly string[];
    readonly like: string | null;
    readonly more: { readonly one: string; readonly deleteHref: string; readonly copyHref: string } | null;
  };
  readonly answer: SaveAnswer | undefined;
  readonly children?: ReactNode;
}) {
  const canEdit = useCanEdit();
  return (
    <>
      <ScenarioForm {...shown} {...form} answer={answer}>
        {create.map((pointer) => (
          <input key={pointer} type="hidden" name={CREATE} value={pointer} />
        ))}
        {like !== null && <input type="hidden" name={LIKE} value={like} />}
        {canEdit && children}
      </ScenarioForm>
      {canEdit && more !== null && (
        <ul className="govuk-list">
          <li>
            <a className="govuk-link" href={more.copyHref}>
              Make a copy of this {more.one}
            </a>
          </li>
          <li>
            <a className="govuk-link" href={more.deleteHref}>
              Delete this {more.one}
            </a>
          </li>
        </ul>
      )}
    </>
  );
}
