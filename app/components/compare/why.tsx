import type { FormattedTable } from "../../reports/format-table";
import { Details, InsetText } from "../govuk";
import { Figure } from "../report/figure";

const NOTHING = "nothing";

/** What came or went with its name is said once: "Provision Refuge: added". */
function changeWords(about: string, from: string, to: string): string {
  if (from === NOTHING) return about.endsWith(to) ? `${about}: added` : `${about}: ${to} (added)`;
  if (to === NOTHING) return about.endsWith(from) ? `${about}: removed` : `${about}: ${from} (removed)`;
  return `${about}: ${from} → ${to}`;
}

export type WhyProps = {
  readonly title: string;
  readonly figure: {
    readonly svg: string;
    readonly caption: string;
    readonly table: FormattedTable;
    readonly downloadHref: string;
  } | null;
  /** Said where there is no waterfall. */
  readonly instead: string | null;
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly effect: string;
    readonly open: boolean;
    readonly changes: readonly { readonly about: string; readonly from: string; readonly to: string }[];
  }[];
  readonly closeHref: string;
};

/** Why a figure differs, said twice: what each group of changes does to it, and the changed inputs of each group. */
export function WhySection({ title, figure, instead, groups, closeHref }: WhyProps) {
  return (
    <section id="why" className="app-section app-why" aria-labelledby="why-title">
      <h2 className="govuk-heading-m" id="why-title">
        {title}
      </h2>
      {figure !== null && <Figure {...figure} stacks />}
      {instead !== null && <InsetText>{instead}</InsetText>}
      <h3 className="govuk-heading-s">Changed inputs</h3>
      {groups.length === 0 && <p className="govuk-body">No input differs.</p>}
      {groups.map(({ id, name, effect, open, changes }) => (
        <Details key={id} open={open} summary={`${name}: ${effect}`}>
          <ul className="govuk-list govuk-list--bullet">
            {changes.map(({ about, from, to }, place) => (
              <li key={`${place}`}>{changeWords(about, from, to)}</li>
            ))}
          </ul>
        </Details>
      ))}
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={closeHref}>
          Close this explanation
        </a>
      </p>
    </section>
  );
}
