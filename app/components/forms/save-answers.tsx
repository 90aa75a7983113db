import { useSearchParams } from "@remix-run/react";
import type { SaveAnswer, ShownClash } from "../../forms/save-answer";
import { RESOLVE } from "../../forms/submission";
import { atFields, ErrorSummary, NotificationBanner, Radios } from "../govuk";

/** What came of a form that was sent: its faults, or what somebody else did meanwhile. Inside the form, at its top. */
export function FormAnswer({ answer }: { readonly answer: SaveAnswer | undefined }) {
  if (answer?.outcome === "conflict") return <Conflict clashes={answer.clashes} />;
  if (answer?.outcome === "gone")
    return (
      <ErrorSummary
        title="This is no longer there"
        description="Nothing was saved. What you typed is still here."
        errors={[{ text: answer.message, href: answer.href }]}
      />
    );
  if (answer?.outcome !== "refused") return null;
  return (
    <ErrorSummary
      description="Nothing was saved. What you typed is still here."
      errors={[...atFields(answer.errors), ...answer.elsewhere]}
    />
  );
}

function Conflict({ clashes }: { readonly clashes: readonly ShownClash[] }) {
  return (
    <>
      <ErrorSummary
        title="Someone else changed this too"
        description="Nothing was saved. Choose for each, then save again."
        errors={clashes.map(({ name, label }) => ({ href: `#${RESOLVE}${name}`, text: label }))}
      />
      {clashes.map(({ name, label, yours, theirs, by, at }) => (
        <Radios
          key={name}
          name={`${RESOLVE}${name}`}
          legend={label}
          legendSize="s"
          required
          items={[
            { value: "mine", text: `Yours: ${yours}` },
            { value: "theirs", text: `Theirs: ${theirs}`, hint: `Changed by ${by}, ${at}` },
          ]}
        />
      ))}
    </>
  );
}

/** Above the page to which a saved form leads; the address says which revision was saved, `what` what it changed. */
export function SavedNotice({ what = null }: { readonly what?: string | null }) {
  const saved = useSearchParams()[0].get("saved");
  if (saved === null) return null;
  const isRevision = /^\d+$/.test(saved);
  const words = isRevision ? `Saved. This is revision ${saved}.` : "Nothing to save: no value is different.";
  return (
    <NotificationBanner key={saved} type={isRevision ? "success" : "important"}>
      {what === null ? (
        words
      ) : (
        <>
          <p className="govuk-notification-banner__heading">{words}</p>
          <p className="govuk-body">{what}</p>
        </>
      )}
    </NotificationBanner>
  );
}
