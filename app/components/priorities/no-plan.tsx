import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { InsetText } from "../govuk";

/** What to do where there is nothing to prioritise. */
export function NoPriorities({ href }: { readonly href: string }) {
  return (
    <InsetText>
      <p className="govuk-body">This scenario has no priorities yet.</p>
      <p className="govuk-body">
        They are criteria with weights, budgets, and lines with their costs and scores. Add them to the{" "}
        <a className="govuk-link" href={`${href}/download/scenario.json`} download>
          scenario file
        </a>{" "}
        under “priorities” and import it. Costs, scores, weights and budgets can then be changed here.
      </p>
    </InsetText>
  );
}

const LOOK_AGAIN_MILLISECONDS = 3000;

/** A large prioritisation takes longer than a page may. */
export function StillWorking({ href }: { readonly href: string }) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, LOOK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <InsetText>
      <p className="govuk-body" role="status">
        The planner is comparing the plans. With many lines and budgets this takes up to some minutes. The
        best plan is shown here as soon as it is proved.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={`${href}/priorities`}>
          Look again now
        </a>
      </p>
    </InsetText>
  );
}
