import type { FundingSource, Provision } from "../model/scenario";

/**
 * Whether a source may pay for a provision: its `onlyFor` allows the provision, every activity and every area of it
 * (rules §8). A source without `onlyFor` may pay for anything.
 */
export function mayPay({ onlyFor }: FundingSource, provision: Provision): boolean {
  if (onlyFor === undefined) return true;
  const { provisions, activities, areas } = onlyFor;
  return (
    (provisions === undefined || provisions.includes(provision.id)) &&
    (activities === undefined || provision.activities.every((id) => activities.includes(id))) &&
    (areas === undefined || provision.areas.every((id) => areas.includes(id)))
  );
}
