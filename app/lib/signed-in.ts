import { useRouteLoaderData } from "@remix-run/react";
import { mayEdit } from "../access/access-table";
import type { Identity, Role } from "../access/identity";

/** What every page may know of the person who has it open; null when nobody is signed in. */
export type SignedIn = {
  readonly name: string;
  readonly role: Role;
  /** Whether they may change scenarios: a page shows no form that would be refused, and says so. */
  readonly canEdit: boolean;
};

/** What the root route hands to all pages. */
export type RootData = {
  readonly signedIn: SignedIn | null;
  /** Where the name of the planner leads to: a partner has one page only. */
  readonly home: string;
};

export const signedInOf = (identity: Identity): SignedIn | null =>
  identity.kind === "person"
    ? { name: identity.name, role: identity.role, canEdit: mayEdit(identity) }
    : null;

export const useHome = (): string => (useRouteLoaderData("root") as RootData | undefined)?.home ?? "/plans";

export const useSignedIn = (): SignedIn | null =>
  (useRouteLoaderData("root") as RootData | undefined)?.signedIn ?? null;

export const useCanEdit = (): boolean => useSignedIn()?.canEdit ?? false;
