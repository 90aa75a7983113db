import { useNavigation } from "@remix-run/react";
import { useCanEdit } from "../../lib/signed-in";
import type { ShownProposal } from "../../reports/bridging";
import { EditForm } from "../forms/edit-form";
import { Button } from "../govuk";

/** Bridging contracts that would close gaps, each with its price and a button that adds it to the scenario. */
export function BridgingProposals({ proposals }: { readonly proposals: readonly ShownProposal[] }) {
  const canEdit = useCanEdit();
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="app-report" id="bridging">
      <div className="app-report__scroll" role="region" aria-labelledby="bridging-caption" tabIndex={0}>
        <table className="govuk-table app-report__table">
          <caption className="govuk-table__caption">
            <span className="govuk-table__caption--m app-report__title" id="bridging-caption">
              Proposed bridging
            </span>
            <span className="app-report__note">
              For every gap the cheapest contract that could go on, at the price that it would have by then,
              net of recoverable VAT. What you accept is added as under consideration: its months are then
              unconfirmed, not covered.
            </span>
          </caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                What goes on
              </th>
              <th scope="col" className="govuk-table__header">
                For
              </th>
              <th scope="col" className="govuk-table__header">
                Closes the gap in
              </th>
              <th scope="col" className="govuk-table__header govuk-table__header--numeric">
                Cost (£)
              </th>
              {canEdit && (
                <th scope="col" className="govuk-table__header">
                  Accept
                </th>
              )}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {proposals.map(({ id, continues, period, closes, cost }) => (
              <tr key={id} className="govuk-table__row">
                <th scope="row" className="govuk-table__header">
                  {continues}
                </th>
                <td className="govuk-table__cell">{period}</td>
                <td className="govuk-table__cell">{closes}</td>
                <td className="govuk-table__cell govuk-table__cell--numeric">{cost}</td>
                {canEdit && (
                  <td className="govuk-table__cell">
                    <EditForm className="app-restore">
                      <input type="hidden" name="proposal" value={id} />
                      <Button look="secondary" disabled={isBusy}>
                        Accept<span className="govuk-visually-hidden"> bridging of {continues}</span>
                      </Button>
                    </EditForm>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
