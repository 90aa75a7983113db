import type { Evaluation } from "../../../scenarios/model/evaluation";
import { type Headings, of } from "./heading";

const ofVat = ({ scenario }: Evaluation): string[] =>
  scenario.provisions
    .filter(({ vat }) => vat !== undefined)
    .flatMap(({ id }) => [`/provisions/${id}/vat/percent`, `/provisions/${id}/vat/recoverablePercent`]);

const ofTerm = ({ scenario }: Evaluation): string[] =>
  scenario.provisions.flatMap(({ id, extensions = [], oneOffs = [] }) => [
    ...["start", "end", "price/annual", "price/premiumPercent"].map((field) => `/provisions/${id}/${field}`),
    ...extensions.map((_, place) => `/provisions/${id}/extensions/${place}/months`),
    ...oneOffs.map((_, place) => `/provisions/${id}/oneOffs/${place}/amount`),
  ]);

/** How the columns come about that have VAT in them, or a contract as a whole (rules §§2.8 and 2.9). */
export const VAT_HEADINGS: Headings = {
  vat: {
    rate: of("The rate of VAT of each contract, as it is stated with it.", ofVat),
    recoverable: of(
      "How much of its VAT is recovered, as it is stated: all of it where nothing is said.",
      ofVat,
    ),
    before: of("The cost less the VAT in it that is not recovered."),
    lost: of(
      "Year by year the cost × the rate × the part not recovered ÷ (1 + the rate × the part not recovered), rounded once.",
      ofVat,
    ),
    recovered: of(
      "Year by year the cost × the rate × the part recovered ÷ (1 + the rate × the part not recovered), rounded once.",
      ofVat,
    ),
    with: of("The cost and the VAT that is recovered."),
  },
  "contract-values": {
    extensions: of("The months of all options to extend, added.", ofTerm),
    "one-offs": of("All one-off costs, in the period of the plan or not.", ofTerm),
    before: of(
      "A twelfth of the annual price at the start, with its premium, for each month from the first day to the last and of every option to extend, part months by their days, rounded once; or the prices of all years; and the one-off costs. Less the VAT in it that is not recovered.",
      ofTerm,
    ),
    with: of("The same with all of its VAT.", ofVat),
  },
};
