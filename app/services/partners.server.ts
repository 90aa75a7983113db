import { createHash, randomBytes } from "node:crypto";
import { loadConsultation } from "../../db/repositories/consultations";
import { giveCode, loadPartnerSession, openInvitation } from "../../db/repositories/invitations";
import { listReplies, saveReply } from "../../db/repositories/replies";
import type { Database } from "../../db/schema";
import { askedOf, windowOn } from "../../scenarios/consultation/consultation";
import { parseReply } from "../../scenarios/consultation/parse-reply";
import type { Partner, Partners, PartnerView, SaveReply, SaveReplyOutcome } from "./consultations";
import { earlierScenarios, frozenScenarios } from "./frozen-scenarios.server";

/** How long a browser stays with a link that it opened; the link opens it again. */
const SESSION_HOURS = 8;

/** What stands in an address or a cookie: nobody can guess it, and the database keeps only its hash. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
export const hashOfSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
/** A code is short: its hash holds for the organisation of one consultation only. */
export const hashOfCode = (
  code: string,
  { plan, consultation, organisation }: Omit<Partner, "verified" | "locked">,
) => hashOfSecret([plan, consultation, organisation, code].join("\n"));

/** What a partner's browser may ask for. */
export function partnersOver(db: Database): Partners {
  return {
    openLink: async (token, now) => {
      const session = newSecret();
      const expiresAt = new Date(Date.parse(now) + SESSION_HOURS * 3_600_000).toISOString();
      const hashes = { tokenHash: hashOfSecret(token), sessionHash: hashOfSecret(session) };
      return (await openInvitation(db, { ...hashes, expiresAt, now })) === null ? null : session;
    },
    identify: (session, now) => loadPartnerSession(db, { sessionHash: hashOfSecret(session), now }),
    giveCode: async (session, code, now) => {
      const sessionHash = hashOfSecret(session);
      const partner = await loadPartnerSession(db, { sessionHash, now });
      if (partner === null) return "locked";
      return giveCode(db, { sessionHash, codeHash: hashOfCode(code, partner), now });
    },
    load: (partner) => loadView(db, partner),
    save: (partner, request) => save(db, partner, request),
  };
}

/** Nothing of a consultation reaches a browser before its link is verified. */
async function loadView(db: Database, partner: Partner): Promise<PartnerView | null> {
  const consultation = partner.verified ? await loadConsultation(db, partner) : null;
  if (consultation === null) return null;
  const { organisation } = partner;
  const [scenarios, earlier] = await Promise.all([
    frozenScenarios(db, consultation),
    earlierScenarios(db, { plan: consultation.plan, before: consultation }),
  ]);
  const own = (await listReplies(db, partner)).filter((reply) => reply.organisation === organisation);
  const organisations = scenarios.flatMap((scenario) => scenario.organisations);
  return {
    ...{ consultation, scenarios, earlier },
    organisationName: organisations.find(({ id }) => id === organisation)?.name ?? organisation,
    asked: askedOf(scenarios, consultation.questions, organisation),
    latest: own[0] ?? null,
    submitted: own.find(({ state }) => state === "submitted") ?? null,
  };
}

async function save(db: Database, partner: Partner, request: SaveReply): Promise<SaveReplyOutcome> {
  const view = await loadView(db, partner);
  if (view === null) return { outcome: "missing" };
  if (windowOn(view.consultation, request.now.slice(0, 10)) !== "open") return { outcome: "closed" };
  if (request.state === "submitted") {
    const parsed = parseReply(request.answers, view.asked);
    if (!parsed.ok) return { outcome: "refused", issues: parsed.issues };
  }
  const { plan, consultation, organisation } = partner;
  const version = await saveReply(db, { plan, consultation, organisation, ...request });
  return version === null ? { outcome: "conflict" } : { outcome: "saved", version };
}
