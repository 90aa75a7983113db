import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, type UIMatch, useMatches } from "@remix-run/react";
import type { ReactNode } from "react";
import { AccountMenu } from "./components/account-menu";
import { ErrorPage } from "./components/error-page";
import { Breadcrumbs, GenericHeader, SkipLink } from "./components/govuk";
import { useShell } from "./lib/shell";
import { type RootData, signedInOf, useHome, useSignedIn } from "./lib/signed-in";
import type { TrailHandle } from "./lib/trail";
import styles from "./styles/main.scss?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error === undefined ? "Commissioning planner" : "Error - Commissioning planner" },
];

export const loader = ({ context }: LoaderFunctionArgs): RootData => ({
  signedIn: signedInOf(context.identity),
  home: context.identity.kind === "partner" ? "/reply" : "/plans",
});

/** The frame around every page, and around the error page too. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const { nonce, requestId } = useShell();
  const signedIn = useSignedIn();
  const home = useHome();
  return (
    <html lang="en" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta property="csp-nonce" nonce={nonce} />
        <meta name="request-id" content={requestId} />
        <Meta />
        <Links />
      </head>
      <body className="govuk-template__body">
        <SkipLink href="#main-content" text="Skip to main content" />
        <header className="govuk-template__header">
          <GenericHeader href={home} text="Commissioning planner">
            {signedIn !== null && <AccountMenu {...signedIn} />}
          </GenericHeader>
        </header>
        <div className="govuk-width-container">
          <Trail />
          <main className="govuk-main-wrapper" id="main-content" tabIndex={-1}>
            {children}
          </main>
        </div>
        <footer className="app-footer">
          <div className="govuk-width-container">
            <a className="govuk-link" href="/accessibility">
              Accessibility
            </a>
          </div>
        </footer>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}

function Trail() {
  const matches = useMatches() as readonly UIMatch<unknown, TrailHandle<unknown> | undefined>[];
  // Where an action failed, the data of pages that are not shown is null.
  const own = matches.findLast(({ handle, data }) => handle !== undefined && data != null);
  const items = own?.handle?.trail(own.data) ?? [];
  return items.length === 0 ? null : <Breadcrumbs items={items} />;
}
