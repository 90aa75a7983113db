import type { FundingSource, Provision, Scenario } from "../../scenarios/model/scenario";
import { mayPay } from "../../scenarios/calculate/eligibility";
import { joinWords } from "../reports/names";
import type { Edit } from "./saves";
import { showField } from "./fields";
import { LIST_SEPARATOR } from "./read-list";

/** Sources that are to pay for a provision and may not, and the edit that lets them. */
export type LetPay = {
  readonly text: string;
  /** Null where the limit lies elsewhere: in the activities or areas for which they may pay. */
  readonly edit: Edit | null;
};

/** Null when every source named in its lines may pay for the provision (rules §8). */
export function letPay(scenario: Scenario, provision: Provision): LetPay | null {
  const named = new Set((provision.funding ?? []).map(({ source }) => source));
  const barred = (scenario.fundingSources ?? []).filter(
    (source) => named.has(source.id) && !mayPay(source, provision),
  );
  if (barred.length === 0) return null;
  const letters = barred.filter((source) => mayPay(withProvision(source, provision), provision));
  const others = barred.filter((source) => !letters.includes(source));
  const names = (sources: readonly FundingSource[]): string => joinWords(sources.map(({ name }) => name));
  return {
    text: [
      letters.length === 0
        ? ""
        : `${names(letters)} may not pay for this yet, so ${letters.length === 1 ? "its line gives" : "their lines give"} nothing.`,
      others.length === 0
        ? ""
        : `${names(others)} may pay only for other activities or areas: the page Funding says which.`,
    ]
      .filter(Boolean)
      .join(" "),
    edit:
      letters.length === 0
        ? null
        : Object.fromEntries(letters.map((source) => widened(scenario, source, provision))),
  };
}

function withProvision(source: FundingSource, { id }: Provision): FundingSource {
  const { provisions = [], ...onlyFor } = source.onlyFor ?? {};
  return { ...source, onlyFor: { ...onlyFor, provisions: [...provisions, id] } };
}

function widened(scenario: Scenario, { id }: FundingSource, provision: Provision): readonly [string, string] {
  const { name, value } = showField(scenario, `/fundingSources/${id}/onlyFor/provisions`);
  return [name, [value, provision.id].filter(Boolean).join(LIST_SEPARATOR)];
}
