import type { Asked, Consultation } from "../../scenarios/consultation/consultation";
import type { Folded } from "../../scenarios/consultation/fold-replies";
import type { ConsultationDraft } from "../../scenarios/consultation/parse-consultation";
import type { Reply, ReplyDraft } from "../../scenarios/consultation/reply";
import type { Standing } from "../../scenarios/consultation/standing";
import type { DateText } from "../../scenarios/model/calendar";
import type { Id } from "../../scenarios/model/identifiers";
import type { Issue } from "../../scenarios/model/issue";
import type { Scenario } from "../../scenarios/model/scenario";
import type { Authorship } from "./saving";

export type ConsultationKey = { readonly plan: Id; readonly consultation: Id };

/** Consultations, for those who hold them and for those who are asked. */
export type Consultations = {
  list(plan: Id, today: DateText): Promise<readonly ListedConsultation[]>;
  load(key: ConsultationKey, today: DateText): Promise<LoadedConsultation | null>;
  /** Freezes scenarios at the revisions that were seen. */
  freeze(plan: Id, draft: ConsultationDraft, by: Authorship): Promise<FreezeOutcome>;
  /** A new link for an organisation, which ends its old one; shown once, kept only as a hash. Null: nobody asked. */
  makeLink(
    key: OrganisationKey,
    asked: { readonly withCode: boolean },
    by: Authorship,
  ): Promise<NewLink | null>;
  revokeLink(key: OrganisationKey, by: Authorship): Promise<boolean>;
  /** Writes down that somebody was reminded. */
  remind(key: OrganisationKey, by: Authorship): Promise<boolean>;
  extend(
    key: ConsultationKey,
    closes: DateText,
    by: Authorship,
  ): Promise<{ readonly issue: Issue | null } | null>;
  close(key: ConsultationKey, by: Authorship): Promise<boolean>;
  /** Makes a frozen scenario "as replied": a new scenario of the plan, based on the frozen one. */
  fold(key: ConsultationKey, scenario: Id, by: Authorship): Promise<FoldOutcome>;

  readonly partners: Partners;
};

/** What a partner's browser may ask for. Everything is about the one organisation of its session. */
export type Partners = {
  /** Opens a link; the token of a session, or null where the link does not open anything. */
  openLink(token: string, now: string): Promise<string | null>;
  identify(session: string, now: string): Promise<Partner | null>;
  giveCode(session: string, code: string, now: string): Promise<"right" | "wrong" | "locked">;
  load(partner: Partner): Promise<PartnerView | null>;
  /** Saves a draft as it is, or a reply when it answers what is asked while replies are taken. */
  save(partner: Partner, request: SaveReply): Promise<SaveReplyOutcome>;
};

export type OrganisationKey = ConsultationKey & { readonly organisation: Id };

/** Whom a partner's link speaks for. */
export type Partner = OrganisationKey & {
  /** False until the code is given that came by another way. */
  readonly verified: boolean;
  readonly locked: boolean;
};

export type HeldConsultation = Consultation & {
  readonly createdAt: string;
  readonly createdBy: string;
  readonly closedAt: string | null;
};

export type Window = "not-open-yet" | "open" | "closed";

export type ListedConsultation = HeldConsultation & {
  readonly window: Window;
  readonly asked: number;
  readonly replied: number;
};

export type LoadedConsultation = {
  readonly planName: string;
  readonly consultation: HeldConsultation;
  readonly window: Window;
  /** The frozen documents, in the order of the snapshots. */
  readonly scenarios: readonly Scenario[];
  /** The documents of consultations of the plan before this one: what they hid from partners stays hidden. */
  readonly earlier: readonly Scenario[];
  /** By snapshot: whether the live scenario has moved on since. */
  readonly movedOn: readonly boolean[];
  readonly partners: readonly ConsultedPartner[];
  /** The newest first. */
  readonly events: readonly ConsultationEvent[];
};

export type ConsultedPartner = {
  readonly organisation: Id;
  readonly name: string;
  readonly asked: Asked;
  readonly standing: Standing;
  readonly link: { readonly expiresAt: string; readonly needsCode: boolean; readonly locked: boolean } | null;
  readonly openedAt: string | null;
  readonly remindedAt: string | null;
  readonly repliedAt: string | null;
  readonly way: "page" | "workbook" | null;
  readonly versions: number;
  /** The newest reply that was submitted. */
  readonly reply: Reply | null;
};

export type ConsultationEvent = {
  readonly number: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly organisation: Id | null;
  readonly detail: string;
};

export type NewLink = { readonly token: string; readonly code: string | null };

export type FreezeOutcome =
  | { readonly outcome: "created"; readonly consultation: Id }
  | { readonly outcome: "refused"; readonly issues: readonly Issue[] }
  | { readonly outcome: "missing" };

export type FoldOutcome =
  | { readonly outcome: "created"; readonly scenario: Id; readonly folded: readonly Folded[] }
  /** The scenario as replied could not be evaluated, such as when nobody is left to share the pot. */
  | { readonly outcome: "refused"; readonly issues: readonly Issue[] }
  | { readonly outcome: "missing" };

export type PartnerView = {
  readonly consultation: HeldConsultation;
  readonly scenarios: readonly Scenario[];
  /** Those of consultations of the plan before this one. */
  readonly earlier: readonly Scenario[];
  readonly organisationName: string;
  readonly asked: Asked;
  /** The newest version of its own reply, a draft or submitted. */
  readonly latest: OwnReply | null;
  /** What it last sent. */
  readonly submitted: OwnReply | null;
};

export type OwnReply = {
  readonly version: number;
  readonly state: "draft" | "submitted";
  readonly answers: ReplyDraft;
  readonly createdAt: string;
};

export type SaveReply = {
  readonly state: "draft" | "submitted";
  readonly way: "page" | "workbook";
  readonly answers: ReplyDraft;
  /** The version that was before the person, 0 for none; null: whatever is there. */
  readonly baseVersion: number | null;
  /** Who saves: the organisation itself, or who takes its workbook. */
  readonly author: string;
  readonly now: string;
};

export type SaveReplyOutcome =
  | { readonly outcome: "saved"; readonly version: number }
  | { readonly outcome: "refused"; readonly issues: readonly Issue[] }
  | { readonly outcome: "closed" }
  /** Somebody of the same organisation has saved since. */
  | { readonly outcome: "conflict" }
  | { readonly outcome: "missing" };
