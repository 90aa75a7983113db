import type { NavigationItem } from "../components/govuk";

/** The links above a page that lead back. A route gives them in its `handle`, from its own data; the deepest one counts. */
export type TrailHandle<Data> = { readonly trail: (data: Data) => readonly NavigationItem[] };

export const PLANS: NavigationItem = { href: "/plans", text: "Plans" };
