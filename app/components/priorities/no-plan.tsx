import { Form, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { Step } from "../../lib/first-steps";
import type { NotYet } from "../../lib/priorities-page";
import type { ShownWork } from "../../lib/show-work";
import { useCanEdit } from "../../lib/signed-in";
import { Button, InsetText } from "../govuk";
import { FirstSteps } from "../report/first-steps";

type LongWorkKind = ShownWork["kind"];

/** What to do where there is nothing to prioritise. */
function NoPriorities({ href, steps }: { readonly href: string; readonly steps: readonly Step[] | null }) {
  const canEdit = useCanEdit();
  if (steps !== null) return <FirstSteps href={href} title="What to enter" steps={steps} />;
  return (
    <InsetText>
      <p className="govuk-body">There is nothing to choose from yet.</p>
      <p className="govuk-body">
        A prioritisation has budgets, criteria with weights, and lines that could be funded, each with its
        cost and its points. The planner then finds the best plan that the budgets allow, and says how far it
        is proved.
      </p>
      {canEdit && (
        <Form method="post" action={`${href}/priorities`} id="begin">
          <Button>Begin a prioritisation</Button>
        </Form>
      )}
    </InsetText>
  );
}

const LOOK_AGAIN_MILLISECONDS = 2000;

const ABOUT: Readonly<Record<LongWorkKind, string>> = {
  plan: "The planner is comparing the plans. With many lines and budgets this takes up to some minutes. The plan is shown here as soon as it is proved to be the best, or the comparison ends.",
  frontier:
    "The planner is working out every amount at which the best plan changes, and what less of all budgets would lose: up to some minutes. The plan itself is ready, and what is proved so far is shown as it comes; the rest says that it is not proved.",
  sensitivity:
    "The planner is trying other weights and costs: some hundred plans, each proved like the one shown.",
};

/** Work that takes longer than a page may: how far it is, and a way to stop it or to begin again. */
export function WorkUnderWay({ href, page, work }: WorkProps) {
  const { revalidate } = useRevalidator();
  const isWorking = work.state === "working";
  useEffect(() => {
    if (!isWorking) return;
    const timer = setInterval(revalidate, LOOK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isWorking, revalidate]);
  const canEdit = useCanEdit();
  return (
    <InsetText>
      <p className="govuk-body" role="status">
        {isWorking
          ? `${ABOUT[work.kind]} ${work.progress}`
          : "This was stopped before it was done. What was worked out until then is not kept."}
      </p>
      {isWorking && (
        <p className="govuk-body">
          <a
            className="govuk-link"
            href={`${href}/${page}${work.budget === null ? "" : `?of=${work.budget}`}`}
          >
            Look again now
          </a>
        </p>
      )}
      {canEdit && (
        <Form method="post" action={`${href}/priorities/work`} replace>
          <input type="hidden" name="kind" value={work.kind} />
          {work.budget !== null && <input type="hidden" name="budget" value={work.budget} />}
          <input type="hidden" name="page" value={page} />
          <Button look="secondary" name="do" value={isWorking ? "stop" : "restart"}>
            {isWorking ? "Stop" : "Start again"}
          </Button>
        </Form>
      )}
    </InsetText>
  );
}

type WorkProps = {
  readonly href: string;
  /** Below the scenario: where to go on. */
  readonly page: string;
  readonly work: ShownWork;
};

/** What stands in place of a plan: how to get priorities, or the work that is under way. */
export function NoPlan({ href, page, notYet }: Omit<WorkProps, "work"> & { readonly notYet: NotYet }) {
  return notYet.state === "none" ? (
    <NoPriorities href={href} steps={notYet.steps} />
  ) : (
    <WorkUnderWay {...{ href, page, work: notYet }} />
  );
}
