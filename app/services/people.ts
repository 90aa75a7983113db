import type { Role, SignedInPerson } from "../access/identity";

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
export type AccountFaults = Readonly<Partial<Record<"name" | "email" | "password", string>>>;
