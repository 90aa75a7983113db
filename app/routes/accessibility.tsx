import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

export const meta: MetaFunction = () => [{ title: "Accessibility - Commissioning planner" }];

export const loader = ({ context }: LoaderFunctionArgs) => ({ contact: context.contact });

/** What the planner promises to people who use it in their own way, how that is known, and whom they ask. */
export default function AccessibilityPage() {
  const { contact } = useLoaderData<typeof loader>();
  return (
    <div className="app-text">
      <h1 className="govuk-heading-l">Accessibility of this planner</h1>
      <p className="govuk-body">Everybody who plans, reviews or pays should be able to use it. You can:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>do everything by keyboard alone</li>
        <li>
          enlarge pages to 400 % and use them on a screen of 320 pixels without scrolling sideways, but for
          wide tables and pictures, which scroll by themselves
        </li>
        <li>read every picture as a table, and every colour as a word</li>
        <li>
          read pages and send forms without scripts; figures then move when a form is saved, not while you
          type
        </li>
        <li>take every table as a file, and print pages</li>
      </ul>
      <h2 className="govuk-heading-m">How accessible it is</h2>
      <p className="govuk-body">
        It is made to meet the Web Content Accessibility Guidelines 2.2 at level AA. Each release is tried by
        program: every kind of page as it is, empty, with errors and in a conflict, and the main journeys by
        keyboard. Nobody outside has audited it, and it has not been tried by people who use a screen reader
        every day, so there may be faults that we do not know of.
      </p>
      <p className="govuk-body">What we know to be harder than it should be:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          Tables for typing many figures work as a spreadsheet does. With a screen reader the form behind the
          name of each row may be easier: it has the same fields.
        </li>
        <li>The pages of a scenario are long. Links at their beginning lead to their parts.</li>
        <li>
          Workbooks have one table a sheet with its headings in the first row, but some have more columns than
          a screen.
        </li>
      </ul>
      <h2 className="govuk-heading-m">If you cannot use something</h2>
      <p className="govuk-body">
        Say what you tried and how you use the web, and ask for the figures in another form:{" "}
        {contact === null ? "from the organisation that gave you this planner." : <Contact to={contact} />}
      </p>
      <p className="govuk-body">
        If you are not content with the answer, the{" "}
        <a className="govuk-link" href="https://www.equalityadvisoryservice.com/">
          Equality Advisory and Support Service
        </a>{" "}
        can help. The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and
        Mobile Applications) (No. 2) Accessibility Regulations 2018.
      </p>
      <p className="govuk-body">This page was written on 27 November 2026.</p>
    </div>
  );
}

function Contact({ to }: { readonly to: string }) {
  const href = to.startsWith("https:") ? to : `mailto:${to}`;
  return (
    <a className="govuk-link" href={href}>
      {to}
    </a>
  );
}
