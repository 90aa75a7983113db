import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
} from "openid-client";
import { SettingsError } from "../server/settings";

/** What has to be kept between leaving for the organisation's sign-in and coming back. */
export type Departure = { readonly verifier: string; readonly nonce: string };

/** Sign-in by OpenID Connect: authorisation code with PKCE, state and nonce. */
export type OrganisationSignIn = {
  /** Where to send the browser. `state` comes back with it. */
  readonly leave: (asked: {
    readonly state: string;
    readonly redirectUri: string;
  }) => Promise<Departure & { readonly href: string }>;
  /** The e-mail address that the organisation vouches for, or null. */
  readonly comeBack: (
    answer: Departure & { readonly state: string; readonly url: URL },
  ) => Promise<string | null>;
};

const NAMES = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** From `OIDC_ISSUER`, `OIDC_CLIENT_ID` and `OIDC_CLIENT_SECRET`; null where none is set. */
export function organisationSignIn(
  environment: Readonly<Record<string, string | undefined>>,
): OrganisationSignIn | null {
  const [issuer = "", id = "", secret = ""] = NAMES.map((name) => environment[name]);
  if (issuer === "" && id === "" && secret === "") return null;
  if (issuer === "" || id === "" || secret === "") {
    throw new SettingsError(`Set all of ${NAMES.join(", ")}, or none of them.`);
  }
  const server = issuerAddress(issuer);
  return signInOver(() => discovery(server, id, secret));
}

function signInOver(discover: () => Promise<Configuration>): OrganisationSignIn {
  let known: Promise<Configuration> | null = null;
  /** Asked for once; after a failure again. */
  const configuration = (): Promise<Configuration> => {
    known ??= discover().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    leave: async ({ state, redirectUri }) => {
      const [verifier, nonce] = [randomPKCECodeVerifier(), randomNonce()];
      const href = buildAuthorizationUrl(await configuration(), {
        ...{ redirect_uri: redirectUri, scope: "openid email", state, nonce },
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      }).href;
      return { href, verifier, nonce };
    },
    comeBack: async ({ url, state, verifier, nonce }) => {
      const tokens = await authorizationCodeGrant(await configuration(), url, {
        ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce },
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const email = claims?.["email"];
      // Microsoft Entra ID says in `xms_edov` that it has verified who owns the address.
      const isVerified = [claims?.["email_verified"], claims?.["xms_edov"]].some(saysYes);
      return isVerified && typeof email === "string" ? email : null;
    },
  };
}

const saysYes = (claim: unknown): boolean =>
  claim === true || claim === 1 || claim === "1" || claim === "true";

function issuerAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "https:") {
    throw new SettingsError(`OIDC_ISSUER is ${text}: give an address that begins with https://.`);
  }
  return url;
}
