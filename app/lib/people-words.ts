import { ROLE_NAMES } from "../access/role-names";
import type { ListedPerson, PersonDeed } from "../services/people";
import { formatMoment } from "./moment";

export const STATE_WORDS: Readonly<Record<ListedPerson["state"], string>> = {
  invited: "Invited",
  active: "Active",
  disabled: "Disabled",
};

const DEEDS: Readonly<Record<string, string>> = {
  "person-added": "Added",
  "role-changed": "Role changed",
  "person-disabled": "Disabled",
  "person-enabled": "Let in again",
  "password-set": "Password chosen",
  "link-made": "Link made",
  "signed-in": "Signed in",
  "signed-out": "Signed out",
  "sign-in-refused": "Sign-in refused",
};

/** A line of the log as people read it. */
export function describeDeed({ at, actor, action, about, role }: PersonDeed) {
  const what = DEEDS[action] ?? action;
  return {
    when: formatMoment(at),
    who: actor,
    what: role === null ? what : `${what}: ${ROLE_NAMES[role].toLowerCase()}`,
    about: about ?? "Nobody known",
  };
}
