import { Tag } from "./tag";

export type Task = {
  readonly title: string;
  readonly hint: string;
  readonly href: string;
  /** What is there already; null while it is still to do. */
  readonly done: string | null;
};

/** What there is to do, in any order, and how far it is. */
export function TaskList({ id, tasks }: { readonly id: string; readonly tasks: readonly Task[] }) {
  return (
    <ul className="govuk-task-list">
      {tasks.map(({ title, hint, href, done }, place) => (
        <li className="govuk-task-list__item govuk-task-list__item--with-link" key={title}>
          <div className="govuk-task-list__name-and-hint">
            <a
              className="govuk-link govuk-task-list__link"
              href={href}
              aria-describedby={`${id}-${place}-hint ${id}-${place}-status`}
            >
              {title}
            </a>
            <div id={`${id}-${place}-hint`} className="govuk-task-list__hint">
              {hint}
            </div>
          </div>
          <div className="govuk-task-list__status" id={`${id}-${place}-status`}>
            {done ?? <Tag colour="blue">To&nbsp;do</Tag>}
          </div>
        </li>
      ))}
    </ul>
  );
}
