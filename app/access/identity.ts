import type { Id } from "../../scenarios/model/identifiers";

/** What a person may do, in the order of how much. */
export const ROLES = ["administrator", "commissioner", "finance", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export type SignedInPerson = {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** One of the invented people of the sample, who sign in on this machine only. */
  readonly isSample: boolean;
};

/** Who asks: found out once for a request, from its cookies (`app/server/identify.ts`). */
export type Identity =
  | { readonly kind: "visitor" }
  | ({ readonly kind: "person" } & SignedInPerson)
  | ({ readonly kind: "partner" } & OpenedLink);

/** A partner's link, opened in a browser: it speaks for one organisation in one consultation. */
export type OpenedLink = {
  /** The token of its session. */
  readonly session: string;
  readonly plan: Id;
  readonly consultation: Id;
  readonly organisation: Id;
  /** False until the code is given that came by another way; nothing is shown before. */
  readonly verified: boolean;
  readonly locked: boolean;
};

export const VISITOR: Identity = { kind: "visitor" };
