import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { createServices } from "../../../app/services/create-services.server";
import { organisationSignIn } from "../../../app/services/organisation-sign-in.server";
import { found } from "../../support/scenarios";

const NOW = "2015-04-01T09:00:00.000Z";
const BACK = "https://planner.example.gov.uk/sign-in/organisation/back";
const BY = { author: "Ann", person: null, now: NOW };
const CLIENT = { OIDC_CLIENT_ID: "planner", OIDC_CLIENT_SECRET: "a secret" };

type Claims = Readonly<Record<string, unknown>>;
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A small issuer: it signs whom the test says, once the browser's own proof of its departure is right. */
async function startIssuer() {
  const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const issued = new Map<string, { readonly challenge: string; readonly claims: Claims }>();
  const tokenFor = (claims: Claims): string => {
    const now = Math.floor(Date.now() / 1000);
    const body = { iss: address, aud: "planner", sub: "1", iat: now, exp: now + 60, ...claims };
    const text = `${base64url({ alg: "RS256", kid: "k", typ: "JWT" })}.${base64url(body)}`;
    return `${text}.${sign("sha256", Buffer.from(text), keys.privateKey).toString("base64url")}`;
  };
  const answerTo = (path: string, form: URLSearchParams): object | null => {
    if (path === "/.well-known/openid-configuration") {
      return {
        ...{ issuer: address, authorization_endpoint: `${address}/authorize` },
        ...{ token_endpoint: `${address}/token`, jwks_uri: `${address}/keys` },
      };
    }
    if (path === "/keys") {
      return { keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "k", alg: "RS256", use: "sig" }] };
    }
    const code = issued.get(form.get("code") ?? "");
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (path !== "/token" || code?.challenge !== proof) return null;
    return { access_token: "x", token_type: "Bearer", id_token: tokenFor(code.claims) };
  };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString("utf8");
    });
    request.on("end", () => {
      const answer = answerTo(request.url ?? "", new URLSearchParams(body));
      response.writeHead(answer === null ? 400 : 200, { "Content-Type": "application/json" });
      response.end(JSON.stringify(answer ?? { error: "invalid_grant" }));
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  // Only encrypted addresses are asked: this one leads to the server of the test.
  const address = "https://login.example";
  const own = globalThis.fetch;
  vi.stubGlobal("fetch", (url: string, options?: RequestInit) =>
    own(url.replace(address, `http://127.0.0.1:${port}`), options),
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
    server.closeAllConnections();
    server.close();
  });
  /** The person signs in there, and the browser comes back by this address. */
  const signInThere = (href: string, claims: Claims): URL => {
    const asked = new URL(href).searchParams;
    const code = `code-${issued.size}`;
    const challenge = asked.get("code_challenge") ?? "";
    issued.set(code, { challenge, claims: { nonce: asked.get("nonce"), ...claims } });
    const back = new URL(found(asked.get("redirect_uri")));
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    return back;
  };
  return { address, signInThere };
}

/** A public planner with an issuer and one invited person, Ann. */
async function open() {
  const folder = mkdtempSync(join(tmpdir(), "planner-oidc-"));
  const issuer = await startIssuer();
  const place = { PLANNER_DATA: folder, HOST: "0.0.0.0", ORIGIN: "https://planner.example.gov.uk" };
  const services = await createServices({ ...place, ...CLIENT, OIDC_ISSUER: issuer.address }, NOW);
  onTestFinished(async () => {
    await services.close();
    rmSync(folder, { recursive: true });
  });
  const { people } = services;
  const invited = await people.invite({ name: "Ann", email: "ann@x.gov.uk", role: "finance" }, BY);
  if (invited.outcome !== "invited") throw new Error(invited.outcome);
  const leave = async () =>
    found(await people.leaveForOrganisation({ redirectUri: BACK, wanted: "/plans#x", now: NOW }));
  return { people, issuer, leave, ann: invited.person };
}

const ANN = { email: "Ann@X.gov.uk", email_verified: true };

test("somebody whom an administrator added comes in by their organisation, where they wanted to go", async () => {
  const { people, issuer, leave } = await open();
  const { href, state } = await leave();
  expect(new URL(href).searchParams.get("code_challenge_method")).toBe("S256");
  const url = issuer.signInThere(href, ANN);
  const answer = await people.comeBackFromOrganisation({ state, url, now: NOW });
  if (answer.outcome !== "signed-in") throw new Error(answer.why);
  expect(answer.wanted).toBe("/plans#x");
  expect(await people.identify(answer.token, { now: NOW, isBackground: false })).toMatchObject({
    ...{ name: "Ann", role: "finance" },
  });
  expect(await people.comeBackFromOrganisation({ state, url, now: NOW }), "once").toEqual({
    ...{ outcome: "refused", why: "late" },
  });
});

test("an address that Microsoft Entra ID has verified counts", async () => {
  const { people, issuer, leave } = await open();
  const { href, state } = await leave();
  const url = issuer.signInThere(href, { email: "ann@x.gov.uk", xms_edov: "1" });
  expect(await people.comeBackFromOrganisation({ state, url, now: NOW })).toMatchObject({
    outcome: "signed-in",
  });
});

test.each([
  ["whom nobody added", { email: "ben@x.gov.uk", email_verified: true }],
  ["whose address is not verified", { email: "ann@x.gov.uk", email_verified: false }],
  ["whose address nobody speaks of", { email: "ann@x.gov.uk" }],
  ["without an address", { email_verified: true }],
])("somebody %s stays out, and no account is made", async (_who, claims) => {
  const { people, issuer, leave } = await open();
  const { href, state } = await leave();
  const url = issuer.signInThere(href, claims);
  expect(await people.comeBackFromOrganisation({ state, url, now: NOW })).toEqual({
    ...{ outcome: "refused", why: "unknown" },
  });
  expect(await people.list()).toHaveLength(1);
});

test("somebody who is disabled stays out", async () => {
  const { people, issuer, leave, ann } = await open();
  await people.changeState(ann, "disabled", BY);
  const { href, state } = await leave();
  const url = issuer.signInThere(href, ANN);
  expect(await people.comeBackFromOrganisation({ state, url, now: NOW })).toMatchObject({ why: "unknown" });
});

test.each<[string, Claims, (url: URL) => void]>([
  ["a nonce of another departure", { ...ANN, nonce: "other" }, () => undefined],
  ["a token for another program", { ...ANN, aud: "other" }, () => undefined],
  ["a token of another issuer", { ...ANN, iss: "https://evil.example" }, () => undefined],
  ["a token that is too old", { ...ANN, iat: 1, exp: 2 }, () => undefined],
  ["a state that was changed", ANN, (url) => url.searchParams.set("state", "other")],
  ["a code that was never given", ANN, (url) => url.searchParams.set("code", "other")],
])("an answer with %s opens nothing", async (_what, claims, change) => {
  const { people, issuer, leave } = await open();
  const { href, state } = await leave();
  const url = issuer.signInThere(href, claims);
  change(url);
  expect(await people.comeBackFromOrganisation({ state, url, now: NOW })).toEqual({
    ...{ outcome: "refused", why: "failed" },
  });
});

test("an answer to another browser's departure opens nothing, nor one that comes late", async () => {
  const { people, issuer, leave } = await open();
  const [mine, theirs] = [await leave(), await leave()];
  const url = issuer.signInThere(theirs.href, ANN);
  expect(await people.comeBackFromOrganisation({ state: mine.state, url, now: NOW })).toMatchObject({
    why: "failed",
  });
  const late = { state: theirs.state, url, now: "2015-04-01T09:16:00.000Z" };
  expect(await people.comeBackFromOrganisation(late)).toMatchObject({ why: "late" });
});

test.each([
  [{ OIDC_ISSUER: "https://login.example" }, "Set all of OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET"],
  [{ ...CLIENT, OIDC_ISSUER: "http://login.example" }, "begins with https://"],
  [{ ...CLIENT, OIDC_ISSUER: "login" }, "OIDC_ISSUER is login"],
])("settings %o are refused in words", (environment, words) => {
  expect(() => organisationSignIn(environment)).toThrow(words);
});

test("without settings there is no sign-in with an organisation", () => {
  expect(organisationSignIn({})).toBeNull();
});
