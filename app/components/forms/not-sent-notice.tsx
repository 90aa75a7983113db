import type { Obstacle } from "../../forms/ask-session";
import { ErrorSummary } from "../govuk";
import { SignInLink } from "./sign-in-link";

/** Why a form was not sent: what was typed is still there. */
export function NotSentNotice({ obstacle }: { readonly obstacle: Obstacle }) {
  return obstacle === "signed-out" ? (
    <ErrorSummary
      title="You are no longer signed in"
      description={
        <>
          Nothing was saved, and what you typed is still here. <SignInLink />, then send this again.
        </>
      }
      errors={[]}
    />
  ) : (
    <ErrorSummary
      title="The planner did not answer"
      description="Nothing was saved, and what you typed is still here. Check your connection and send this again."
      errors={[]}
    />
  );
}
