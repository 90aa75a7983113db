/** Where a link back to the contents leads. */
export const CONTENTS_ID = "on-this-page";

export type PagePart = { readonly id: string; readonly text: string };

/** Leads to the parts of a long page; a count beside a name says whether it is worth the way. */
export function OnThisPage({ parts }: { readonly parts: readonly PagePart[] }) {
  return (
    <nav id={CONTENTS_ID} aria-label="On this page" className="app-on-this-page">
      <ul className="app-on-this-page__list">
        {parts.map(({ id, text }) => (
          <li key={id}>
            <a className="govuk-link" href={`#${id}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
