import type { Id } from "../../scenarios/model/identifiers";
import type { Role, SignedInPerson } from "../access/identity";
import type { Authorship } from "./saving";

/** Accounts, sign-in and sessions. Every deed leaves its line in the audit log. */
export type People = {
  /** Who is signed in with a session's token, or null. A request that a page makes by itself keeps nobody signed in. */
  identify(token: string, asked: { now: string; isBackground: boolean }): Promise<SignedInPerson | null>;
  signIn(attempt: SignInAttempt): Promise<SignInOutcome>;
  /** Ends a session at once; one that is over already stays so. */
  signOut(token: string, now: string): Promise<void>;

  /** The invented people that anybody on this machine may be; none where other machines may call. */
  listSamplePeople(): Promise<readonly SignedInPerson[]>;
  /** A session's token, or null when the sample is not open to this caller. */
  signInAsSample(person: string, now: string): Promise<string | null>;

  /** The token of a link that makes an administrator, or null when there is one already. */
  firstAdministratorLink(now: string): Promise<string | null>;
  /** What a link is for, or null when it was used, has expired or never was. */
  findPasswordLink(token: string, now: string): Promise<PasswordLink | null>;
  usePasswordLink(token: string, chosen: ChosenAccount, now: string): Promise<PasswordOutcome>;
  /** Whether people can sign in with their organisation (OpenID Connect). */
  readonly hasOrganisationSignIn: boolean;
  /** Where to send a browser to sign in there, and by what it is known when it comes back; null: nowhere. */
  leaveForOrganisation(asked: {
    readonly redirectUri: string;
    readonly wanted: string;
    readonly now: string;
  }): Promise<{ readonly href: string; readonly state: string } | null>;
  /** `url` is the whole address by which the browser came back. */
  comeBackFromOrganisation(answer: {
    readonly state: string;
    readonly url: URL;
    readonly now: string;
  }): Promise<OrganisationOutcome>;
  /** Changes somebody's own password, ends their sessions everywhere and opens a new one. */
  changePassword(change: PasswordChange): Promise<PasswordOutcome>;

  /** Everybody who has an account, by name. */
  list(): Promise<readonly ListedPerson[]>;
  /** What was done to people and by whom, the newest first. */
  listDeeds(): Promise<readonly PersonDeed[]>;
  /** A new person with the token of the link by which they choose a password. */
  invite(person: Invitation, by: Authorship): Promise<InvitationOutcome>;
  /** The token of a new link for a person to choose a password; earlier ones open no more. Null: no such person. */
  newPasswordLink(person: Id, by: Authorship): Promise<string | null>;
  changeRole(person: Id, role: Role, by: Authorship): Promise<PersonChanged>;
  /** Shuts a person out at once, or lets them in again. */
  changeState(person: Id, state: "active" | "disabled", by: Authorship): Promise<PersonChanged>;
};

export type ListedPerson = SignedInPerson & {
  /** `invited`: has not signed in yet. */
  readonly state: "invited" | "active" | "disabled";
  readonly hasPassword: boolean;
  readonly signedInAt: string | null;
};

/** A line of the audit log that is about a person; `about` is null for a try to sign in under an unknown address. */
export type PersonDeed = {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly about: string | null;
  readonly role: Role | null;
};

export type Invitation = { readonly name: string; readonly email: string; readonly role: Role };
export type InvitationOutcome =
  | { readonly outcome: "invited"; readonly person: Id; readonly token: string }
  | { readonly outcome: "refused"; readonly faults: AccountFaults };

/** `last-administrator`: nobody could look after the people any more, so nothing was changed. */
export type PersonChanged = "changed" | "missing" | "last-administrator";

export type PasswordChange = {
  readonly person: Id;
  readonly current: string;
  readonly password: string;
  readonly address: string;
  readonly now: string;
};

export type SignInAttempt = {
  readonly email: string;
  readonly password: string;
  /** Where the request comes from. */
  readonly address: string;
  readonly now: string;
};
export type SignInOutcome =
  | { readonly outcome: "signed-in"; readonly token: string }
  /** Unknown, disabled, without a password, or a wrong one: the answer is the same. */
  | { readonly outcome: "refused" }
  | { readonly outcome: "too-many" };

/** `late`: not the browser that left, or too long ago; `failed`: not a true answer; `unknown`: nobody with an account. */
export type OrganisationOutcome =
  | { readonly outcome: "signed-in"; readonly token: string; readonly wanted: string }
  | { readonly outcome: "refused"; readonly why: "late" | "failed" | "unknown" };

/** A link for a new administrator, who says who they are, or for a person who is known. */
export type PasswordLink =
  | { readonly isFor: "new-administrator" }
  | { readonly isFor: "person"; readonly name: string; readonly email: string; readonly role: Role };

/** Name and address count for a new administrator only. */
export type ChosenAccount = { readonly name: string; readonly email: string; readonly password: string };

export type PasswordOutcome =
  | { readonly outcome: "signed-in"; readonly token: string }
  | { readonly outcome: "refused"; readonly faults: AccountFaults }
  | { readonly outcome: "missing" };

/** What is wrong with what was typed, by field, in words. */
export type AccountFaults = Readonly<Partial<Record<"name" | "email" | "current" | "password", string>>>;
