/** To sign in beside a page on which something is not saved yet. */
export function SignInLink() {
  return (
    <a className="govuk-link" href="/sign-in" target="_blank" rel="noreferrer">
      Sign in (opens in a new tab)
    </a>
  );
}
