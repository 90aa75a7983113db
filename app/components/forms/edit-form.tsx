import type { ComponentProps, ReactNode } from "react";
import { useCanEdit } from "../../lib/signed-in";
import { SureForm } from "./sure-form";

type EditFormProps = ComponentProps<typeof SureForm> & {
  readonly children: ReactNode;
  /** Whoever may not change anything sees the fields all the same, to read; otherwise nothing. */
  readonly readable?: boolean;
};

/** A form that changes a scenario, for those who may; nothing that is typed into it is lost on its way. */
export function EditForm({ readable = false, children, ...form }: EditFormProps) {
  const canEdit = useCanEdit();
  if (canEdit) return <SureForm {...form}>{children}</SureForm>;
  if (!readable) return null;
  return (
    <div className="app-read-only">
      <p className="govuk-body">To read only: commissioners change this.</p>
      <fieldset disabled>{children}</fieldset>
    </div>
  );
}
