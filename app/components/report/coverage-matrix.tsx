import { type CoverageLetters, STATE_LETTERS } from "../../reports/coverage-letters";
import type { Address } from "../../reports/report-table";
import { ExplainedHeading } from "./explained";
import { TableRegion } from "./table-region";

const CLASSES: Readonly<Record<string, string>> = {
  [STATE_LETTERS.covered]: "app-matrix__covered",
  [STATE_LETTERS.unconfirmed]: "app-matrix__unconfirmed",
  [STATE_LETTERS.gap]: "app-matrix__gap",
};

/** The months as columns, a letter in each: the letter says the state, the colour helps to find it. */
export function CoverageMatrix({
  id,
  letters,
  explainHref,
}: {
  readonly id: string;
  readonly letters: CoverageLetters;
  /** Where the letters of an area are explained. */
  readonly explainHref: (address: Address) => string;
}) {
  const captionId = `${id}-caption`;
  return (
    <div className="app-report" id={id}>
      <TableRegion captionId={captionId}>
        <table className="app-matrix">
          <caption className="govuk-table__caption">
            <span className="govuk-table__caption--m app-report__title" id={captionId}>
              Month by month
            </span>
            <MatrixKey />
          </caption>
          <MatrixHead letters={letters} />
          {letters.activities.map(({ activity, name, areas }) => (
            <tbody key={activity}>
              <tr>
                <th scope="rowgroup" colSpan={letters.months.length + 1} className="app-matrix__activity">
                  <span className="app-matrix__held">{name}</span>
                </th>
              </tr>
              {areas.map((row) => (
                <tr key={row.area}>
                  <th scope="row" className="app-matrix__area">
                    <ExplainedHeading href={explainHref(row.explains)} text={row.name} />
                  </th>
                  {Array.from(row.states).map((state, place) => (
                    <td key={letters.months[place]} className={CLASSES[state]}>
                      {state}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </TableRegion>
    </div>
  );
}

function MatrixHead({ letters: { years, months } }: { readonly letters: CoverageLetters }) {
  return (
    <thead>
      <tr>
        <td className="app-matrix__area" />
        {years.map(({ year, months: count }) => (
          <th key={year} scope="colgroup" colSpan={count} className="app-matrix__year">
            {year}
          </th>
        ))}
      </tr>
      <tr>
        <th scope="col" className="app-matrix__area">
          Area
        </th>
        {months.map((month) => (
          <th key={month} scope="col" className="app-matrix__month">
            <span className="govuk-visually-hidden">{month}</span>
            <span aria-hidden="true">{month.slice(0, 1)}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function MatrixKey() {
  return (
    <span className="app-report__note">
      <b className="app-matrix__sample app-matrix__covered">C</b> covered on all days ·{" "}
      <b className="app-matrix__sample app-matrix__unconfirmed">U</b> rests on something that is not confirmed
      · <b className="app-matrix__sample app-matrix__gap">G</b> a gap: no service on some or all days. An
      empty cell is not required.
    </span>
  );
}
