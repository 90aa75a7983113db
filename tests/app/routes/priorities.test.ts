import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SaveAnswer } from "../../../app/forms/save-answer";
import { RESOLVE } from "../../../app/forms/submission";
import { loader as loadPlans } from "../../../app/routes/plans._index";
import { loader as downloadCsv } from "../../../app/routes/plans.$plan.scenarios.$scenario.download.csv.$table";
import { loader as loadElement } from "../../../app/routes/plans.$plan.scenarios.$scenario.edit.$";
import { loader as loadPriorities } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities";
import {
  loader as loadLine,
  action as saveLine,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.lines.$line";
import { loader as loadSensitivity } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.sensitivity";
import { action as controlWork } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.work";
import { loader as loadRecord } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.record";
import { action as takeWayOut } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.way-out";
import { loader as loadBudgets } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.budgets";
import {
  loader as loadCriteria,
  action as saveCriteria,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.criteria";
import { loader as loadSettings } from "../../../app/routes/plans.$plan.scenarios.$scenario.priorities_.settings";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const D90 = { plan: "durham-2020", scenario: "durham-2020-90" };

const looking = (budget: string): Request =>
  new Request(`http://x/priorities?budget=${encodeURIComponent(budget)}`);

function sending(fields: Readonly<Record<string, string>>): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return new Request("http://x/", { method: "POST", body: form });
}

async function planned(request?: Request, scenario = D90) {
  const page = await loadPriorities(planner.ask(scenario, request));
  if (page.notYet !== null) throw new Error(`the page is ${page.notYet.state}`);
  return page;
}

const revisionOf = async (scenario: typeof D90): Promise<string> =>
  String((await planner.services.loadScenario(scenario))?.revision);

test("the page says which plan is best, what it costs and brings", async () => {
  const { figures, sentences, lines } = await planned();
  expect(figures.map(({ id, value }) => [id, value])).toEqual([
    ["lines", "14 of 15"],
    ["cost", "£1,009,000.00"],
    ["left", "£26,000.00"],
    ["benefit", "791.25"],
  ]);
  expect(sentences.join(" ")).toContain("It is proved");
  expect(sentences.join(" ")).toContain(
    "Left out: Accommodation support, victims and perpetrators (comes in with £61,000.00 more).",
  );
  expect(lines?.table.rows).toHaveLength(15);
});

test("a scenario without priorities says so", async () => {
  const page = await loadPriorities(planner.ask({ plan: "llr-2015", scenario: "llr-2015-s1" }));
  expect(page.notYet).toEqual({ state: "none", steps: null });
});

describe("how sure the plan is", () => {
  const waitFor = async (state: (page: Awaited<ReturnType<typeof loadSensitivity>>) => boolean) => {
    for (;;) {
      const page = await loadSensitivity(planner.ask(D90));
      if (state(page)) return page;
      expect(page.notYet).toMatchObject({ state: "working", kind: "sensitivity" });
    }
  };

  test("is worked out beside the server and then shown, in words, tables and files", async () => {
    const page = await waitFor(({ notYet }) => notYet === null);
    if (page.notYet !== null || page.cannot !== null) throw new Error("not worked out");
    expect(page.sentences.join(" ")).toContain("draws of the weights");
    expect(page.lines.table.rows).toHaveLength(15);
    const texts = page.lines.table.rows.map(({ cells }) => cells.map(({ text }) => text));
    expect(texts[0]?.[1]).toBe("In: Reduce");
    expect(texts[0]?.[4]).toMatch(/^Stays in\. Beside it: .*Recovery and restoration support out$/);
    expect(page.weights.table.rows).toHaveLength(6);
    const file = await downloadCsv(planner.ask({ ...D90, table: "priorities-robustness" }));
    expect(await file.text()).toContain("Specialist domestic abuse service");
  });

  test("can be stopped, stays stopped, and is begun again", async () => {
    const d100 = { plan: "durham-2020", scenario: "durham-2020-100" };
    const content = (await planner.services.loadScenario(d100))?.contentHash ?? "";
    const asked = (what: string) =>
      controlWork(
        planner.ask(d100, sending({ kind: "sensitivity", do: what, page: "priorities/sensitivity" })),
      );
    const first = loadSensitivity(planner.ask(d100));
    await expect
      .poll(() => planner.services.longWork.sensitivity.stateOf(content)?.state, { timeout: 60_000 })
      .toBe("working");
    expect((await asked("stop")).headers.get("location")).toMatch(/priorities\/sensitivity$/);
    await first.catch(() => undefined);
    expect((await loadSensitivity(planner.ask(d100))).notYet).toEqual({
      state: "stopped",
      kind: "sensitivity",
      budget: null,
    });
    await asked("restart");
    expect((await loadSensitivity(planner.ask(d100))).notYet?.state).not.toBe("stopped");
  });

  test("of a scenario without a plan says why nothing is shown", async () => {
    expect(
      (await loadSensitivity(planner.ask({ plan: "llr-2015", scenario: "llr-2015-s1" }))).notYet,
    ).toEqual({ state: "none", steps: null });
  });
});

describe("a budget to look at", () => {
  test.each([
    ["850000", 85_000_000],
    ["£850,000", 85_000_000],
    ["0", 0],
    ["850,000.50", 85_000_050],
  ])("%s is read from the address", async (typed, pence) => {
    const { frontier } = await planned(looking(typed));
    expect(frontier).toMatchObject({ lookedAt: pence, typed, error: null });
  });

  test.each(["", "much", "-5", "99999999999999", "1,5"])(
    "%s is refused with what to write",
    async (typed) => {
      const { frontier } = await planned(looking(typed));
      expect(frontier?.error).toMatch(/^The budget is .*: write /);
      expect(frontier?.lookedAt).toBe(103_500_000);
    },
  );

  test("is sent once as numbers, so that no move asks again", async () => {
    const { frontier } = await planned();
    expect(frontier?.frontier.benefits).toHaveLength(32);
    expect(JSON.stringify(frontier?.frontier).length).toBeLessThan(3500);
  });
});

test("the card of a scenario with lines and no contracts shows lines, budget and the best plan", async () => {
  const { plans } = await loadPlans(planner.ask({}));
  const card = plans.flatMap(({ cards }) => cards).find(({ id }) => id === D90.scenario);
  expect(card?.facts.map(({ label, text }) => [label, text]).slice(0, 3)).toEqual([
    ["Lines", "14 of 15 funded"],
    ["Budget", "£1,035,000.00"],
    ["Best plan", "£1,009,000.00, benefit 791.25"],
  ]);
});

test.each(["priorities-lines", "priorities-frontier", "priorities-scores", "priorities-savings"])(
  "the table %s comes as CSV",
  async (table) => {
    const answer = await downloadCsv(planner.ask({ ...D90, table }));
    expect(answer.headers.get("Content-Disposition")).toContain(`durham-2020-90-${table}.csv`);
    expect((await answer.text()).split("\r\n").length).toBeGreaterThan(3);
  },
);

test("a table of priorities is not found where there are none", async () => {
  const ask = planner.ask({ plan: "llr-2015", scenario: "llr-2015-s1", table: "priorities-lines" });
  expect((await thrownBy(downloadCsv(ask))).status).toBe(404);
});

test("there is no form of a line that is not there", async () => {
  expect((await thrownBy(loadLine(planner.ask({ ...D90, line: "none" })))).status).toBe(404);
  const without = planner.ask({ plan: "llr-2015", scenario: "llr-2015-s1" });
  expect((await thrownBy(loadCriteria(without))).status).toBe(404);
  expect((await thrownBy(loadBudgets(without))).status).toBe(404);
});

test("the address under which budgets and criteria stood together leads to the criteria", () => {
  expect(loadSettings(planner.ask(D90)).headers.get("location")).toBe(
    "/plans/durham-2020/scenarios/durham-2020-90/priorities/criteria",
  );
});

describe("editing", () => {
  const D80 = { plan: "durham-2020", scenario: "durham-2020-80" };
  const training = "/priorities/lines/training";
  const ENVELOPE = "/priorities/budgets/envelope";

  test("a cost, a score and a reason are saved as one named change, and the plan follows", async () => {
    const answer = await saveLine(
      planner.ask(
        { ...D80, line: "training" },
        sending({
          baseRevision: await revisionOf(D80),
          [`${training}/levels/full/costs/envelope`]: "£40,000",
          [`${training}/levels/full/scores/early`]: "100",
          [`${training}/mustFund`]: "true",
          [`${training}/mustFundReason`]: "Statutory guidance",
        }),
      ),
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toMatch(/\/priorities\?saved=2$/);
    const [latest] = (await planner.services.loadHistory(D80)) ?? [];
    expect(latest?.changeName).toContain("Tiered workforce training");
    const { lines } = await planned(undefined, D80);
    const row = lines?.table.rows.find(({ id }) => id === "training")?.cells.map(({ text }) => text);
    expect(row?.slice(1, 3)).toEqual(["In: Full", "£40,000.00"]);
    expect(row?.join(" ")).toContain("Must be funded: Statutory guidance.");
  });

  test("an unticked box takes its rule away", async () => {
    await saveLine(
      planner.ask(
        { ...D80, line: "training" },
        sending({ baseRevision: await revisionOf(D80), [`${training}/mustFund`]: "" }),
      ),
    );
    const loaded = await planner.services.loadScenario(D80);
    const line = loaded?.scenario.priorities?.lines.find(({ id }) => id === "training");
    expect(line?.mustFund ?? false).toBe(false);
  });

  test("weights that do not sum to 100 are refused at the first weight, and nothing is saved", async () => {
    const before = await revisionOf(D80);
    const names = ["early", "response", "voice", "risk", "learning", "deliverability"];
    const fields = names.map((name): readonly [string, string] => [
      `/priorities/criteria/${name}/weight`,
      "20",
    ]);
    const request = sending({ baseRevision: before, ...Object.fromEntries<string>(fields) });
    const answer = await saveCriteria(planner.ask(D80, request));
    expect(answer.status).toBe(400);
    const refused = (await answer.json()) as Extract<SaveAnswer, { outcome: "refused" }>;
    expect(refused.errors["/priorities/criteria/early/weight"]).toContain("sum to 100");
    expect(await revisionOf(D80)).toBe(before);
  });

  test("must and must not together are refused at the field", async () => {
    const request = sending({
      baseRevision: await revisionOf(D80),
      [`${training}/mustFund`]: "true",
      [`${training}/mustNot`]: "true",
    });
    const answer = await saveLine(planner.ask({ ...D80, line: "training" }, request));
    const refused = (await answer.json()) as Extract<SaveAnswer, { outcome: "refused" }>;
    expect(Object.keys(refused.errors)).toEqual([`${training}/mustNot`]);
  });

  test("a budget too small for what must be funded shows the rules that conflict, with links and ways out", async () => {
    const request = sending({
      baseRevision: await revisionOf(D80),
      "/priorities/budgets/envelope/amount": "400000",
    });
    expect((await saveCriteria(planner.ask(D80, request))).status).toBe(303);
    const { conflict, lines, figures } = await planned(undefined, D80);
    expect(lines).toBeNull();
    expect(figures.map(({ id }) => id)).toEqual(["budget"]);
    const budget = conflict.find(({ path }) => path === "/priorities/budgets/envelope");
    expect(budget?.href).toBe(
      "/plans/durham-2020/scenarios/durham-2020-80/edit/priorities/budgets/envelope#/priorities/budgets/envelope/amount",
    );
    expect(budget?.wayOut).toMatch(/^Raise it to £/);
    const record = await loadRecord(planner.ask(D80));
    expect(record.record?.decision.map(({ id }) => id)).toEqual(["priorities-conflict"]);
  });

  test("criteria have one form and one name for each field; budgets and fairness stand on a page of their own", async () => {
    const { groups } = await loadCriteria(planner.ask(D80));
    const names = groups.flatMap(({ fields }) => fields.map(({ name }) => name));
    expect(names).toContain("/priorities/criteria/early/low");
    expect(names).toContain("/priorities/benefit");
    expect(new Set(names).size).toBe(names.length);
    const { lists, order } = await loadBudgets(planner.ask(D80));
    expect(lists.map(({ table }) => table.title)).toEqual(["Budgets", "Fairness between areas"]);
    expect(order).toBeNull();
  });

  test("every link of a conflict leads to the form that has its field", async () => {
    const { conflict } = await planned(undefined, D80);
    for (const { href } of conflict) {
      const [page = "", field = ""] = href.split("#");
      const pointer = page.slice(page.indexOf("/edit/") + "/edit".length);
      if (page.includes("/edit/")) {
        const { groups } = await loadElement(planner.ask({ ...D80, "*": pointer.slice(1) }));
        expect(groups.flatMap(({ fields }) => fields.map(({ name }) => name))).toContain(field);
      } else {
        const line = page.slice(page.lastIndexOf("/") + 1);
        const { groups } = await loadLine(planner.ask({ ...D80, line }));
        expect(groups.flatMap(({ fields }) => fields.map(({ name }) => name))).toContain(field);
      }
    }
    expect(conflict.length).toBeGreaterThan(1);
  });

  test("a way out is taken as an edit like any other: it leads back to a plan, and the history says what it was", async () => {
    const { conflict } = await planned(undefined, D80);
    const { fields, change } = found(found(conflict[0]).edit);
    const taken = { baseRevision: await revisionOf(D80), change, ...fields };
    // Somebody else raises the same budget in another tab first.
    const raised = { baseRevision: taken.baseRevision, [`${ENVELOPE}/amount`]: "410000" };
    expect((await saveCriteria(planner.ask(D80, sending(raised)))).status).toBe(303);

    const asked = await takeWayOut(planner.ask(D80, sending(taken)));
    expect(asked.status).toBe(409);
    const { clashes, ...kept } = (await asked.json()) as Extract<SaveAnswer, { outcome: "conflict" }>;
    expect(clashes).toMatchObject([{ label: "Amount, 80 % of £1,150,000", theirs: "410,000.00" }]);
    expect(clashes[0]?.yours).toMatch(/^\d{3},\d{3}\.\d{2}$/);

    const decided = {
      ...kept.values,
      baseRevision: String(kept.baseRevision),
      [`${RESOLVE}${ENVELOPE}/amount`]: "mine",
    };
    const saved = await takeWayOut(planner.ask(D80, sending(decided)));
    expect(saved.status).toBe(303);
    expect(saved.headers.get("Location")).toMatch(/\/priorities\?saved=\d+$/);
    const after = await planned(undefined, D80);
    expect(after.conflict).toEqual([]);
    expect(after.lines).not.toBeNull();
  });

  test("a way out has its own words in the history, and taken twice it changes nothing", async () => {
    const tooLittle = { baseRevision: await revisionOf(D80), [`${ENVELOPE}/amount`]: "400000" };
    await saveCriteria(planner.ask(D80, sending(tooLittle)));
    const { fields, change } = found(found((await planned(undefined, D80)).conflict[0]).edit);
    const taken = { baseRevision: await revisionOf(D80), change, ...fields };
    expect((await takeWayOut(planner.ask(D80, sending(taken)))).headers.get("Location")).toMatch(
      /saved=\d+$/,
    );
    const [latest] = found(await planner.services.loadHistory(D80));
    expect(found(latest).changeName).toMatch(/^Raised to £[\d,.]+ so that a plan fits: 80 % of £1,150,000$/);
    const again = await takeWayOut(planner.ask(D80, sending(taken)));
    expect(again.headers.get("Location")).toMatch(/\/priorities\?saved=nothing$/);
  });
});

test("the record says what was decided, on which revision, with reasons, and what was left out", async () => {
  const page = await loadRecord(planner.ask(D90));
  if (page.notYet !== null) throw new Error(`the record is ${page.notYet.state}`);
  const { facts, decision, leftOut, options, ground, notKnown } = page.record;
  expect(facts.find(({ key }) => key === "Revision")?.value).toMatch(/^1, saved 1 April 2015 .* by Sample$/);
  expect(decision.map(({ id }) => id)).toEqual(["priorities-budgets", "priorities-chosen"]);
  expect(leftOut.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(["accommodation"]);
  expect(options.map(({ id }) => id)).toEqual(["priorities-rankings", "priorities-savings"]);
  const byScore = options[0]?.rows.find(({ id }) => id === "by-score")?.cells.map(({ text }) => text) ?? [];
  expect(byScore.slice(1, 4)).toEqual(["6", "£856,000.00", "406.25"]);
  expect(byScore.at(-1)).toContain("It breaks rules: ");
  expect(ground.map(({ id }) => id)).toEqual([
    "priorities-criteria",
    "priorities-must",
    "priorities-equity",
    "priorities-rules",
  ]);
  expect(notKnown).toBeNull();
});
