import { ROLES } from "../../access/identity";
import { ROLE_NAMES, ROLE_RIGHTS } from "../../access/role-names";
import { Radios } from "../govuk";

/** The roles, each with what it may do. */
export function RoleChoice({ chosen, error }: { chosen?: string | undefined; error?: string | undefined }) {
  return (
    <Radios
      name="role"
      legend="Role"
      legendSize="s"
      chosen={chosen}
      error={error}
      items={ROLES.toReversed().map((role) => ({
        value: role,
        text: ROLE_NAMES[role],
        hint: ROLE_RIGHTS[role],
      }))}
    />
  );
}
