import type { Measure } from "../../../scenarios/compare-scenarios";
import { headingAddress } from "../explain/headings";
import { sliceAddress } from "../explain/slices";
import type { Address } from "../report-table";

/** Where a row of a comparison is explained in each of its scenarios; null where only its changes are (see "Why"). */
export function addressOfMeasure({ id, explained }: Measure): Address | null {
  if (explained !== undefined) {
    switch (explained.id) {
      case "total-cost":
      case "unfunded":
        return [explained.id];
      case "cost":
        return sliceAddress({ what: "cost", year: explained.year });
      case "contribution":
        return sliceAddress({ what: `organisation-${explained.organisation}` });
      case "waiting-at-end":
        return headingAddress(`capacity-${explained.activity}`, "waiting");
    }
  }
  return ALONE[id] ?? ofActivity(id) ?? (id.startsWith("source-") ? sliceAddress({ what: id }) : null);
}

const ALONE: Readonly<Record<string, Address>> = {
  "one-offs": sliceAddress({ what: "one-off" }),
  "double-running": ["double-running"],
  "gap-days": headingAddress("gaps", "days"),
  "unconfirmed-days": headingAddress("unconfirmed", "days"),
  confirmed: headingAddress("funding-certainty", "confirmed"),
  indicative: headingAddress("funding-certainty", "indicative"),
  "at-risk": headingAddress("funding-certainty", "at-risk"),
  unspendable: headingAddress("funding-sources", "unused"),
  lots: headingAddress("lot-patterns", "lots"),
  "hand-offs": headingAddress("lot-patterns", "hand-offs"),
};

const MEASURES = ["demand", "capacity", "served", "turned-away", "wait"] as const;

/** "turned-away-refuge": a figure of an activity, which the columns of its table explain by area and year. */
function ofActivity(id: string): Address | null {
  const measure = MEASURES.find((one) => id.startsWith(`${one}-`));
  return measure === undefined ? null : headingAddress(`capacity-${id.slice(measure.length + 1)}`, measure);
}
