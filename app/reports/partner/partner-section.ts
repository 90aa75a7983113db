import type { Id } from "../../../scenarios/model/identifiers";
import type { KeyFigure, ReportTable } from "../report-table";
import type { PartnerPicture } from "./picture";

/** Everything that a partner is shown, in the order of its page: the same for page, file and pack. */
export type PartnerReport = {
  readonly organisation: Id;
  readonly organisationName: string;
  readonly synthetic: boolean;
  readonly sections: readonly PartnerSection[];
};

export type PartnerSection = {
  readonly id: PartnerSectionId;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly figures: readonly KeyFigure[];
  readonly tables: readonly PartnerTable[];
  readonly pictures: readonly PartnerPicture[];
};

/** A table of the report; the page shows by name only what is there for whoever checks a figure, and opens it on request. */
export type PartnerTable = ReportTable & { readonly isBehind?: true };

export const PARTNER_SECTIONS = {
  asked: "What we ask, and by when",
  today: "The service your residents have now",
  options: "Your options side by side",
  gets: "What you get",
  "must-do": "What you need to do",
  others: "If others decline",
  working: "How your share is worked out",
  certainty: "How sure the figures are",
  term: "Term and exit",
} as const;
export type PartnerSectionId = keyof typeof PARTNER_SECTIONS;

/** A section before it has its name. */
export type PartnerPart = Partial<Pick<PartnerSection, "sentences" | "figures" | "tables" | "pictures">>;
