import { randomInt } from "node:crypto";
import {
  closeConsultation,
  extendConsultation,
  listConsultations,
  listEvents,
  loadConsultation,
  recordEvent,
  type StoredConsultation,
} from "../../db/repositories/consultations";
import {
  createInvitation,
  listInvitations,
  MOST_WRONG_CODES,
  prolongInvitations,
  revokeInvitations,
} from "../../db/repositories/invitations";
import { listReplies } from "../../db/repositories/replies";
import { loadPlan } from "../../db/repositories/plans";
import { createScenario, listTakenIds, loadScenario } from "../../db/repositories/scenarios";
import type { Database } from "../../db/schema";
import { askedOf, partnersOf, windowOn } from "../../scenarios/consultation/consultation";
import { scenarioAsReplied } from "../../scenarios/consultation/fold-replies";
import { checkClosingDay } from "../../scenarios/consultation/parse-consultation";
import { parseReply } from "../../scenarios/consultation/parse-reply";
import type { Reply } from "../../scenarios/consultation/reply";
import { standingOf } from "../../scenarios/consultation/standing";
import { formatDay, parseDay } from "../../scenarios/model/calendar";
import { freeId, type Id } from "../../scenarios/model/identifiers";
import type { Scenario } from "../../scenarios/model/scenario";
import type {
  ConsultationKey,
  Consultations,
  ConsultedPartner,
  FoldOutcome,
  LoadedConsultation,
} from "./consultations";
import { freezeConsultation } from "./freeze-consultation.server";
import { earlierScenarios, frozenScenarios } from "./frozen-scenarios.server";
import { hashOfCode, hashOfSecret, newSecret, partnersOver } from "./partners.server";
import type { Authorship } from "./saving";

/** After the last day a partner may still read what it replied; then its link ends. */
const DAYS_AFTER_CLOSE = 30;

/** Consultations over a database that is ready. */
export function consultationsOver(db: Database): Consultations {
  return {
    list: async (plan, today) => {
      const listed = await listConsultations(db, plan);
      return Promise.all(
        listed.map(async (consultation) => {
          const key = { plan, consultation: consultation.id };
          const [scenarios, replies] = await Promise.all([
            frozenScenarios(db, consultation),
            listReplies(db, key),
          ]);
          const submitted = replies.filter(({ state }) => state === "submitted");
          return {
            ...consultation,
            window: windowOn(consultation, today),
            asked: partnersOf(scenarios).length,
            replied: new Set(submitted.map(({ organisation }) => organisation)).size,
          };
        }),
      );
    },
    load: (key, today) => load(db, key, today),
    freeze: (plan, draft, by) => freezeConsultation(db, plan, draft, by),
    makeLink: async (key, { withCode }, { author, now }) => {
      const consultation = await loadConsultation(db, key);
      const scenarios = consultation === null ? [] : await frozenScenarios(db, consultation);
      if (consultation === null || !partnersOf(scenarios).includes(key.organisation)) return null;
      const token = newSecret();
      const code = withCode ? String(randomInt(1_000_000)).padStart(6, "0") : null;
      await createInvitation(db, {
        ...{ ...key, author, now, tokenHash: hashOfSecret(token), expiresAt: expiryOf(consultation.closes) },
        codeHash: code === null ? null : hashOfCode(code, key),
      });
      return { token, code };
    },
    revokeLink: (key, { author, now }) => revokeInvitations(db, { ...key, author, now }),
    remind: async ({ organisation, ...key }, { author, now }) => {
      const loaded = await load(db, key, now.slice(0, 10));
      if (loaded?.partners.some((partner) => partner.organisation === organisation) !== true) return false;
      await recordEvent(db, { ...key, author, now, kind: "reminded", organisation, detail: "" });
      return true;
    },
    extend: async (key, closes, { author, now }) => {
      const consultation = await loadConsultation(db, key);
      if (consultation === null) return null;
      const today = now.slice(0, 10);
      const issue = checkClosingDay(closes, consultation.opens > today ? consultation.opens : today);
      if (issue !== null) return { issue };
      await extendConsultation(db, { ...key, closes, author, now });
      await prolongInvitations(db, { ...key, expiresAt: expiryOf(closes) });
      return { issue: null };
    },
    close: (key, { author, now }) => closeConsultation(db, { ...key, author, now }),
    fold: (key, scenario, by) => fold(db, key, scenario, by),
    partners: partnersOver(db),
  };
}

const expiryOf = (closes: string): string =>
  `${formatDay(parseDay(closes) + DAYS_AFTER_CLOSE)}T23:59:59.999Z`;

async function load(db: Database, key: ConsultationKey, today: string): Promise<LoadedConsultation | null> {
  const [plan, consultation] = await Promise.all([loadPlan(db, key.plan), loadConsultation(db, key)]);
  if (plan === null || consultation === null) return null;
  const [scenarios, earlier] = await Promise.all([
    frozenScenarios(db, consultation),
    earlierScenarios(db, { plan: key.plan, before: consultation }),
  ]);
  const live = await Promise.all(
    consultation.snapshots.map(({ scenario }) => loadScenario(db, { plan: key.plan, scenario })),
  );
  const movedOn = consultation.snapshots.map(
    ({ contentHash }, place) => live[place]?.contentHash !== contentHash,
  );
  const [partners, events] = await Promise.all([
    loadPartners(db, consultation, scenarios, today),
    listEvents(db, key),
  ]);
  const window = windowOn(consultation, today);
  return { planName: plan.name, consultation, window, scenarios, earlier, movedOn, partners, events };
}

async function loadPartners(
  db: Database,
  consultation: StoredConsultation,
  scenarios: readonly Scenario[],
  today: string,
): Promise<readonly ConsultedPartner[]> {
  const key = { plan: consultation.plan, consultation: consultation.id };
  const [invitations, replies, events] = await Promise.all([
    listInvitations(db, key),
    listReplies(db, key),
    listEvents(db, key),
  ]);
  const names = new Map(
    scenarios.flatMap(({ organisations }) => organisations.map(({ id, name }) => [id, name])),
  );
  const isClosed = windowOn(consultation, today) === "closed";
  return partnersOf(scenarios).map((organisation) => {
    const asked = askedOf(scenarios, consultation.questions, organisation);
    const own = replies.filter((reply) => reply.organisation === organisation);
    const submitted = own.find(({ state }) => state === "submitted");
    const parsed = submitted === undefined ? null : parseReply(submitted.answers, asked);
    const links = invitations.filter((invitation) => invitation.organisation === organisation);
    const link = links.find(({ revokedAt }) => revokedAt === null);
    const openedAt = links.map((one) => one.openedAt).find((at) => at !== null) ?? null;
    const reply = parsed?.ok === true ? parsed.reply : null;
    const facts = { invited: links.length > 0, opened: openedAt !== null, hasDraft: own.length > 0 };
    return {
      ...{ organisation, asked, openedAt, reply, versions: own.length },
      name: names.get(organisation) ?? organisation,
      standing: standingOf({ ...facts, reply, isClosed }),
      link:
        link === undefined
          ? null
          : {
              ...{ expiresAt: link.expiresAt, needsCode: link.needsCode },
              locked: link.wrongCodes >= MOST_WRONG_CODES,
            },
      remindedAt:
        events.find((event) => event.kind === "reminded" && event.organisation === organisation)?.at ?? null,
      repliedAt: submitted?.createdAt ?? null,
      way: submitted?.way ?? null,
    };
  });
}

async function fold(
  db: Database,
  key: ConsultationKey,
  scenarioId: Id,
  { author, now, ...rest }: Authorship,
): Promise<FoldOutcome> {
  const loaded = await load(db, key, now.slice(0, 10));
  const frozen = loaded?.scenarios.find(({ id }) => id === scenarioId);
  if (loaded === null || frozen === undefined) return { outcome: "missing" };
  const replies = loaded.partners.flatMap(({ reply }): Reply[] => (reply === null ? [] : [reply]));
  const replied = scenarioAsReplied(frozen, replies, loaded.consultation.silence);
  if (!replied.ok) return { outcome: "refused", issues: replied.issues };
  const id = freeId(`${frozen.id}-as-replied`, await listTakenIds(db, key.plan));
  const document: Scenario = {
    ...replied.scenario,
    ...{ id, name: `${frozen.name}, as replied`, status: "draft" },
    basedOn: { id: frozen.id, name: frozen.name },
  };
  const reason = `Replies to the consultation “${loaded.consultation.name}”`;
  const created = await createScenario(db, {
    plan: key.plan,
    document,
    author,
    now,
    reason,
    ...rest,
  });
  if (created.outcome !== "created") return created;
  await recordEvent(db, { ...key, author, now, kind: "folded", detail: id });
  return { outcome: "created", scenario: id, folded: replied.folded };
}
