import { ROLE_NAMES } from "../access/role-names";
import type { SignedIn } from "../lib/signed-in";

/** In the header: who is signed in, as what, and the way out. */
export function AccountMenu({ name, role }: SignedIn) {
  return (
    <div className="app-account">
      <span className="app-account__name">
        {name}, {ROLE_NAMES[role].toLowerCase()}
      </span>
      <form method="post" action="/sign-out">
        <button type="submit" className="app-account__out">
          Sign out
        </button>
      </form>
    </div>
  );
}
