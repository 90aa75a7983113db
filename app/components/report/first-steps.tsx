import type { Step } from "../../lib/first-steps";
import { TaskList } from "../govuk";

/** Instead of figures that nothing stands behind: what to enter for the first of them, and what is there already. */
export function FirstSteps({
  href,
  title,
  steps,
}: {
  /** Of the scenario. */
  readonly href: string;
  readonly title: string;
  readonly steps: readonly Step[];
}) {
  return (
    <section className="app-text" aria-labelledby="first-steps">
      <h3 className="govuk-heading-m" id="first-steps">
        {title}
      </h3>
      <TaskList
        id="first-step"
        tasks={steps.map(({ name, hint, page, entered }) => ({
          ...{ title: name, hint, done: entered },
          href: `${href}/${page}`,
        }))}
      />
    </section>
  );
}
