import type { Role } from "./identity";

/** A role in words, and what it may do. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  administrator: "Administrator",
  commissioner: "Commissioner",
  finance: "Finance officer",
  viewer: "Viewer",
};

export const ROLE_RIGHTS: Readonly<Record<Role, string>> = {
  administrator: "Changes scenarios, and looks after the people and their roles.",
  commissioner: "Changes scenarios.",
  finance: "Reads everything and downloads workbooks; changes nothing.",
  viewer: "Reads everything and downloads; changes nothing.",
};
