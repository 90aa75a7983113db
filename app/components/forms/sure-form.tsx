import { Form, type FormProps } from "@remix-run/react";
import { NotSentNotice } from "./not-sent-notice";
import { useSureSubmit } from "./use-sure-submit";

/**
 * A form that changes something. Where script runs it is sent once the planner has answered that the person is still
 * signed in: else it stays as it is, with what was typed, and says what to do.
 */
export function SureForm({ children, ...form }: Omit<FormProps, "method">) {
  const { obstacle, onSubmit } = useSureSubmit();
  return (
    <Form onSubmit={onSubmit} {...form} method="post">
      {obstacle !== null && <NotSentNotice obstacle={obstacle} />}
      {children}
    </Form>
  );
}
