import { createConsultation, listConsultations } from "../../db/repositories/consultations";
import { loadPlan } from "../../db/repositories/plans";
import { loadRevision } from "../../db/repositories/revisions";
import type { Database } from "../../db/schema";
import { type Consultation, partnersOf } from "../../scenarios/consultation/consultation";
import { type ConsultationDraft, parseConsultation } from "../../scenarios/consultation/parse-consultation";
import { ruleOf } from "../../scenarios/disclosure/small-numbers";
import { sharesThatTell, smallPlacesOf } from "../../scenarios/disclosure/small-places";
import { freeId, type Id, idFromName } from "../../scenarios/model/identifiers";
import type { Issue } from "../../scenarios/model/issue";
import type { Scenario } from "../../scenarios/model/scenario";
import { validateScenario } from "../../scenarios/validate-scenario";
import type { FreezeOutcome } from "./consultations";
import { earlierScenarios } from "./frozen-scenarios.server";
import type { Authorship } from "./saving";

/** Freezes scenarios at the revisions that were seen, or says of each what is in the way. */
export async function freezeConsultation(
  db: Database,
  plan: Id,
  draft: ConsultationDraft,
  by: Authorship,
): Promise<FreezeOutcome> {
  if ((await loadPlan(db, plan)) === null) return { outcome: "missing" };
  const parsed = parseConsultation(draft, by.now.slice(0, 10));
  const frozen = await Promise.all(
    draft.scenarios.map(({ scenario, revision }) => loadRevision(db, { plan, scenario, number: revision })),
  );
  const issues = [
    ...(parsed.ok ? [] : parsed.issues),
    ...frozen.flatMap((one, place) => faultsOf(one, draft, place)),
    ...(parsed.ok ? await tellingShares(db, parsed.consultation, { plan, frozen }) : []),
  ];
  if (!parsed.ok || issues.length > 0) return { outcome: "refused", issues };
  const taken = (await listConsultations(db, plan)).map(({ id }) => id);
  const consultation: Consultation = {
    ...parsed.consultation,
    ...{ id: freeId(idFromName(parsed.consultation.name), taken), plan },
    snapshots: frozen.flatMap((one) =>
      one === null
        ? []
        : [
            {
              ...{ scenario: one.document.id, name: one.document.name },
              ...{ revision: one.number, contentHash: one.contentHash },
            },
          ],
    ),
  };
  const created = await createConsultation(db, { ...consultation, author: by.author, now: by.now });
  return created.outcome === "created" ? { outcome: "created", consultation: consultation.id } : created;
}

/** Shares by counts that partners may not know (`sharesThatTell`), in what goes out with what went out before. */
async function tellingShares(
  db: Database,
  { smallNumberThreshold }: Pick<Consultation, "smallNumberThreshold">,
  { plan, frozen }: { readonly plan: Id; readonly frozen: readonly ({ document: Scenario } | null)[] },
): Promise<readonly Issue[]> {
  const documents = frozen.flatMap((one) => (one === null ? [] : [one.document]));
  const earlier = await earlierScenarios(db, { plan, before: null });
  const rule = ruleOf(smallNumberThreshold);
  const released = [...earlier, ...documents];
  return documents
    .flatMap((document) => sharesThatTell(document, smallPlacesOf(document, rule, released)))
    .map((message) => refusedScenario("small-counts-in-shares", message));
}

const refusedScenario = (code: string, message: string): Issue => ({ path: "/scenarios", code, message });

/** A scenario goes out only when it can be evaluated and asks somebody. */
function faultsOf(
  stored: { readonly document: Scenario } | null,
  draft: ConsultationDraft,
  place: number,
): readonly Issue[] {
  const refused = (code: string, message: string): Issue[] => [refusedScenario(code, message)];
  if (stored === null) {
    const asked = draft.scenarios[place]?.scenario ?? "";
    return refused(
      "unknown-scenario",
      `There is no scenario “${asked}” in this plan: choose one of the list.`,
    );
  }
  const { document } = stored;
  if (partnersOf([document]).length === 0)
    return refused("asks-nobody", `“${document.name}” has no round of contributions, so it asks nobody.`);
  if (validateScenario(document).ok) return [];
  return refused("has-issues", `“${document.name}” cannot be evaluated: open it and correct it first.`);
}
