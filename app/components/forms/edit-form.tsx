import { Form, type FormProps } from "@remix-run/react";
import type { ReactNode } from "react";
import { useCanEdit } from "../../lib/signed-in";
import { NotSentNotice } from "./not-sent-notice";
import { useSureSubmit } from "./use-sure-submit";

type EditFormProps = Omit<FormProps, "method"> & {
  readonly children: ReactNode;
  /** Whoever may not change anything sees the fields all the same, to read; otherwise nothing. */
  readonly readable?: boolean;
};

/**
 * A form that changes something, for those who may. Where script runs it is sent once the planner has answered that the
 * person is still signed in: else it stays as it is, with what was typed, and says what to do.
 */
export function EditForm({ readable = false, children, ...form }: EditFormProps) {
  const canEdit = useCanEdit();
  const { obstacle, onSubmit } = useSureSubmit();
  if (canEdit) {
    return (
      <Form onSubmit={onSubmit} {...form} method="post">
        {obstacle !== null && <NotSentNotice obstacle={obstacle} />}
        {children}
      </Form>
    );
  }
  if (!readable) return null;
  return (
    <div className="app-read-only">
      <p className="govuk-body">To read only: commissioners change this.</p>
      <fieldset disabled>{children}</fieldset>
    </div>
  );
}
