import { afterAll, beforeAll, expect, test } from "vitest";
import {
  action as changePanel,
  loader as loadPanel,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.panel";
import {
  action as moderate,
  loader as loadModerate,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.panel_.moderate.$line";
import {
  action as score,
  loader as loadScore,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.panel_.score.$line";
import { loader as loadRecord } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.record";
import type { Role } from "../../../app/access/identity";
import { type OpenPlanner, openPlanner, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const D90 = { plan: "durham-2020", scenario: "durham-2020-90" };
const TRAINING = { ...D90, line: "training" };
const CRITERIA = ["early", "response", "voice", "risk", "learning", "deliverability"];

function sent(...fields: readonly (readonly [string, string])[]): Request {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return new Request("http://x/", { method: "POST", body: form });
}

const as = (role: Role, params: Record<string, string>, request?: Request) =>
  planner.ask(params, request, planner.personOf(role));

async function everyCell(points: string): Promise<[string, string][]> {
  const { fields } = await loadScore(as("commissioner", TRAINING));
  return fields.map(({ name }) => [name, points]);
}

test("a panel scores blind, sees its spread when the round is closed, and moderates into the plan", async () => {
  expect((await loadPanel(as("commissioner", D90))).members).toEqual([]);
  const nobody = await changePanel(as("commissioner", D90, sent(["deed", "ask"])));
  expect(nobody.status).toBe(400);
  const asked = sent(["deed", "ask"], ["people", "sample-commissioner"], ["people", "sample-viewer"]);
  await changePanel(as("commissioner", D90, asked));
  expect((await loadPanel(as("viewer", D90))).own).toHaveLength(15);
  expect((await loadPanel(as("finance", D90))).own).toBeNull();

  const cells = await everyCell("40");
  expect(cells.length % CRITERIA.length).toBe(0);
  expect((await score(as("viewer", TRAINING, sent(...cells)))).status).toBe(303);
  expect((await score(as("commissioner", TRAINING, sent(...(await everyCell("90")))))).status).toBe(303);
  const uninvited = await score(as("finance", TRAINING, sent(...cells)));
  expect(uninvited.status).toBe(400);

  const blind = await planner.services.panels.load(D90, "sample-commissioner");
  expect(blind?.members.map(({ name, answered, sheet }) => [name, answered, sheet])).toEqual([
    ["Casey Sample", cells.length, null],
    ["Vivian Sample", cells.length, null],
  ]);
  const key = cells[0]?.[0] ?? "";
  expect(blind?.own?.["training"]?.points[key]).toBe("90");
  const early = await thrownBy(loadModerate(as("commissioner", TRAINING)));
  expect(early.status).toBe(404);

  const wrong = await score(as("viewer", TRAINING, sent([key, "101"])));
  expect(await wrong.json()).toMatchObject({ typed: { [key]: "101" }, faults: { [key]: /0 to 100/ } });

  const incomplete = await changePanel(as("commissioner", D90, sent(["deed", "close"])));
  expect(incomplete.status).toBe(400);
  expect((await loadPanel(as("commissioner", D90))).missing[1]).toBe(
    `Vivian Sample: ${120 - cells.length} of 120`,
  );
  await changePanel(as("commissioner", D90, sent(["deed", "close"], ["anyway", "yes"])));
  expect((await score(as("viewer", TRAINING, sent(...cells)))).status).toBe(400);
  const spread = (await loadPanel(as("commissioner", D90))).table?.rows.find(({ id }) => id === "training");
  expect(spread?.cells.map(({ text }) => text)).toEqual([
    ...["Tiered workforce training", "2", "Nobody", String(cells.length)],
    ...["Prevention through early intervention and education: 50, far apart", "Not yet"],
  ]);

  const page = await loadModerate(as("commissioner", TRAINING));
  expect(new Set(page.fields.map(({ value }) => value))).toEqual(new Set(["65"]));
  const agreed = page.fields.map(({ name }) => [name, "65"] as const);
  const revision = ["revision", String(page.revision)] as const;
  const unexplained = await moderate(as("commissioner", TRAINING, sent(revision, ...agreed)));
  expect(await unexplained.json()).toMatchObject({ faults: { note: "Say why these points were agreed" } });
  const note = ["note", "Vivian had read it as training of managers only"] as const;
  expect((await moderate(as("commissioner", TRAINING, sent(revision, ...agreed, note)))).status).toBe(303);
  const loaded = await planner.services.loadScenario(D90);
  const line = loaded?.scenario.priorities?.lines.find(({ id }) => id === "training");
  for (const { scores } of line?.levels ?? []) {
    expect(scores).toEqual(Object.fromEntries(CRITERIA.map((criterion) => [criterion, "65"])));
  }
  const history = await planner.services.loadHistory(D90);
  expect(history?.[0]).toMatchObject({
    ...{ changeName: "Moderated: Tiered workforce training", author: "Casey Sample", reason: note[1] },
  });
  const after = (await loadPanel(as("commissioner", D90))).table?.rows.find(({ id }) => id === "training");
  expect(after?.cells.at(-1)?.text).toBe(`By Casey Sample: ${note[1]}`);
});

test("points that the plan has already are agreed too: the note stands in the history, once, until it is taken back", async () => {
  const found = await planner.services.loadScenario(D90);
  const { revision = 0 } = found ?? {};
  const page = await loadModerate(as("commissioner", TRAINING));
  const same = page.fields.map(({ name, value }) => [name, value] as const);
  const send = () =>
    moderate(
      as(
        "commissioner",
        TRAINING,
        sent(["revision", String(revision)], ...same, ["note", "Stands as it is"]),
      ),
    );
  expect((await send()).status).toBe(303);
  expect((await send()).status).toBe(303);
  const after = await planner.services.loadScenario(D90);
  expect([after?.revision, after?.contentHash]).toEqual([revision + 1, found?.contentHash]);
  const history = await planner.services.loadHistory(D90);
  expect(history?.[0]).toMatchObject({
    ...{ changeName: "Agreed as it was: Tiered workforce training", reason: "Stands as it is" },
  });
  const agreed = async () =>
    (await loadPanel(as("commissioner", D90))).table?.rows.find(({ id }) => id === "training")?.cells.at(-1)
      ?.text;
  expect(await agreed()).toBe("By Casey Sample: Stands as it is");
  const step = { direction: "undo", change: revision + 1 } as const;
  const by = { author: "Casey Sample", person: "sample-commissioner", now: new Date().toISOString() };
  expect(await planner.services.takeStep(D90, step, by)).toMatchObject({ outcome: "saved" });
  expect(await agreed()).toMatch(/^By Casey Sample: Vivian had read it/);
});

test("who declares an interest in a line neither scores it nor agrees its score", async () => {
  const key = { ...D90, scenario: "durham-2020-80" };
  const line = { ...key, line: "training" };
  await changePanel(as("commissioner", key, sent(["deed", "ask"], ["people", "sample-commissioner"])));
  const cells = await everyCell("100");
  await score(as("commissioner", line, sent(...cells, ["interest", "I sit on the trainer's board"])));
  const panel = await planner.services.panels.load(key, "sample-viewer");
  expect(panel?.members[0]?.interests).toEqual({ training: "I sit on the trainer's board" });
  await changePanel(as("commissioner", key, sent(["deed", "close"], ["anyway", "yes"])));
  const closed = await planner.services.panels.load(key, "sample-viewer");
  expect(closed?.members[0]?.sheet?.["training"]?.points).toEqual({});
  const { interest, revision } = await loadModerate(as("commissioner", line));
  expect(interest).not.toBeNull();
  const tried = sent(["revision", String(revision)], ...cells, ["note", "Best of all"]);
  expect((await moderate(as("commissioner", line, tried))).status).toBe(400);
  const other = sent(["revision", String(revision)], ...cells, ["note", "Agreed by all"]);
  expect((await moderate(as("administrator", line, other))).status).toBe(303);
});

test("the medians of all lines that nobody agreed become the plan's scores in one change, which an undo takes back", async () => {
  const key = { ...D90, scenario: "durham-2020-95" };
  const asked = ["deed", "ask"] as const;
  const people = ["sample-commissioner", "sample-viewer"].map((id) => ["people", id] as const);
  await changePanel(as("commissioner", key, sent(asked, ...people)));
  const cells = await everyCell("0");
  const points = (of: string) => sent(...cells.map(([name]) => [name, of] as const));
  for (const [role, of] of [
    ["commissioner", "80"],
    ["viewer", "60.5"],
  ] as const)
    await score(as(role, { ...key, line: "training" }, points(of)));
  const matac = (await loadScore(as("viewer", { ...key, line: "matac" }))).fields;
  await score(
    as("viewer", { ...key, line: "matac" }, sent(...matac.map(({ name }) => [name, "50"] as const))),
  );
  const out = sent(["interest", "My brother works there"]);
  await score(as("commissioner", { ...key, line: "matac" }, out));
  await changePanel(as("commissioner", key, sent(["deed", "close"], ["anyway", "yes"])));

  const page = await loadPanel(as("commissioner", key));
  expect(page.medians).toEqual({ open: ["Tiered workforce training"], keptOut: ["MATAC co-ordination"] });
  const silent = await changePanel(as("commissioner", key, sent(["deed", "medians"])));
  expect(await silent.json()).toMatchObject({ fault: "Say why the medians are taken over", field: "note" });
  const taken = sent(["deed", "medians"], ["note", "Nobody is far apart"]);
  expect((await changePanel(as("commissioner", key, taken))).status).toBe(303);
  const scoresOf = async (line: string) => {
    const loaded = await planner.services.loadScenario(key);
    return loaded?.scenario.priorities?.lines.find(({ id }) => id === line)?.levels[0]?.scores;
  };
  expect(await scoresOf("training")).toEqual(Object.fromEntries(CRITERIA.map((id) => [id, "70.25"])));
  expect((await scoresOf("matac"))?.["early"]).toBe("45");
  const state = async (line: string) =>
    (await loadPanel(as("commissioner", key))).table?.rows.find(({ id }) => id === line)?.cells.at(-1)?.text;
  expect(await state("training")).toBe("By Casey Sample: Nobody is far apart");
  const again = await changePanel(as("commissioner", key, sent(["deed", "medians"], ["note", "Again"])));
  expect(again.status).toBe(400);

  const { record } = await loadRecord(as("viewer", key));
  const row = record?.panel.table?.rows.find(({ id }) => id === "training/full");
  expect(row?.cells.map(({ text }) => text)).toEqual([
    ...["Tiered workforce training (Full)", "Casey Sample; Vivian Sample", "Nobody"],
    ...["Prevention through early intervention and education: 19.5", "70.25", "70.25"],
    "By Casey Sample: Nobody is far apart",
  ]);
  const kept = record?.panel.table?.rows.find(({ id }) => id === "matac/maintain");
  expect(kept?.cells[2]?.text).toBe("Casey Sample (My brother works there)");

  const now = await planner.services.loadScenario(key);
  const by = { author: "Casey Sample", person: "sample-commissioner", now: new Date().toISOString() };
  const last = { direction: "undo", change: now?.revision ?? 0 } as const;
  const step = await planner.services.takeStep(key, last, by);
  expect(step.outcome).toBe("saved");
  expect((await scoresOf("training"))?.["early"]).toBe("65");
  expect(await state("training")).toBe("Not yet");
});
