import { InsetText } from "../govuk";

/** Instead of pictures and tables without anything in them: what is missing, and where to enter it. */
export function NoProvisions({ lotsHref }: { readonly lotsHref: string }) {
  return (
    <InsetText>
      This scenario has no contracts or lots yet, so there is nothing to show here. Enter them on the page{" "}
      <a className="govuk-link" href={lotsHref}>
        Lots
      </a>
      .
    </InsetText>
  );
}
