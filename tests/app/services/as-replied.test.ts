import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createServices } from "../../../app/services/create-services.server";
import type { Services } from "../../../app/services/services";
import { formatMoney } from "../../../scenarios/model/money";
import { calculateInLibreOffice, HAS_LIBREOFFICE } from "../../support/libreoffice";
import { fillIn, ROUND } from "../../support/reply-packs";
import { found } from "../../support/scenarios";

const NOW = "2015-02-02T09:00:00.000Z";
const TODAY = "2015-02-02";
const BY = { author: "Ann", person: null, now: NOW };
const S1 = "llr-2015-s1";
const folder = mkdtempSync(join(tmpdir(), "planner-as-replied-"));
let services: Services;

beforeAll(async () => {
  services = await createServices({ PLANNER_DATA: folder }, NOW);
});
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true });
});

it("one partner replies on its page, one by a workbook of another program, one is silent: as replied to the penny", async () => {
  const { consultations, packs } = services;
  const frozen = await consultations.freeze(
    "llr-2015",
    {
      ...{ name: "Spring", introduction: "", questions: "", opens: TODAY, closes: "2015-02-27" },
      ...{ silence: "undecided", smallNumberThreshold: "5", scenarios: [{ scenario: S1, revision: 1 }] },
    },
    BY,
  );
  if (frozen.outcome !== "created") throw new Error(JSON.stringify(frozen));
  const key = { plan: "llr-2015", consultation: frozen.consultation };

  const link = found(
    await consultations.makeLink({ ...key, organisation: "melton" }, { withCode: false }, BY),
  );
  const session = found(await consultations.partners.openLink(link.token, NOW));
  const melton = found(await consultations.partners.identify(session, NOW));
  const round = { scenario: S1, round: "districts", decision: "takes-options", ranks: { B: "1" } };
  await consultations.partners.save(melton, {
    ...{ state: "submitted", way: "page", author: "melton", now: NOW, baseVersion: 0 },
    answers: { rounds: [round], signOff: "cabinet", repliedBy: "A. Clerk" },
  });

  const loaded = found(await consultations.load(key, TODAY));
  const pack = await fillIn(await packs.write(loaded, "charnwood", new Date(NOW)), {
    [`${ROUND}/decision`]: "We take options",
    [`${ROUND}/ranks/B`]: 1,
    "/signOff": "Cabinet",
    "/repliedBy": "B. Clerk, Charnwood",
  });
  const [content = pack] = HAS_LIBREOFFICE ? await calculateInLibreOffice([pack]) : [];
  const received = await packs.receive(loaded, { name: "reply.xlsx", content }, BY);
  if (received.outcome !== "kept") throw new Error(JSON.stringify(received));
  const file = found(await packs.load(loaded, received.number));
  const references = file.lines.map(({ reference }) => reference);
  expect(await packs.take(loaded, { number: received.number, references }, BY)).toMatchObject({
    outcome: "saved",
  });

  const folded = await consultations.fold(key, S1, BY);
  if (folded.outcome !== "created") throw new Error(JSON.stringify(folded));
  const { evaluation } = found(await services.loadScenario({ plan: "llr-2015", scenario: folded.scenario }));
  const members = found(evaluation.contributions.get("districts")).members;
  const lines = members.map(
    ({ organisation, choice, total }) => `${organisation} ${String(choice)} ${formatMoney(total)}`,
  );
  expect(lines).toEqual([
    "blaby undecided 0.00",
    "charnwood B 185320.23",
    "harborough undecided 0.00",
    "hinckley-bosworth undecided 0.00",
    "melton B 67829.96",
    "nw-leicestershire undecided 0.00",
    "oadby-wigston undecided 0.00",
  ]);
}, 120_000);
