import { ROLE_NAMES } from "../access/role-names";
import type { SignedIn } from "../lib/signed-in";

/** In the header: who is signed in, as what, their pages, and the way out. */
export function AccountMenu({ name, role }: SignedIn) {
  return (
    <div className="app-account">
      <a className="app-account__link" href="/account">
        {name}, {ROLE_NAMES[role].toLowerCase()}
      </a>
      {role === "administrator" && (
        <a className="app-account__link" href="/administration">
          Administration
        </a>
      )}
      <form method="post" action="/sign-out">
        <button type="submit" className="app-account__link">
          Sign out
        </button>
      </form>
    </div>
  );
}
