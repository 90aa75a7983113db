import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loader as overview } from "../../../app/routes/plans.$plan.scenarios.$scenario._index";
import { loader as capacity } from "../../../app/routes/plans.$plan.scenarios.$scenario.capacity";
import { loader as downloadCsv } from "../../../app/routes/plans.$plan.scenarios.$scenario.download.csv.$table";
import { loader as funding } from "../../../app/routes/plans.$plan.scenarios.$scenario.funding";
import {
  loader as history,
  action as restore,
} from "../../../app/routes/plans.$plan.scenarios.$scenario.history";
import { loader as transition } from "../../../app/routes/plans.$plan.scenarios.$scenario.transition";
import { largePlan } from "../../support/large-plan";
import { found } from "../../support/scenarios";
import { type OpenPlanner, openPlanner, sentForm, thrownBy } from "./support/open-planner";

let planner: OpenPlanner;
beforeAll(async () => {
  planner = await openPlanner();
});
afterAll(() => planner.close());

const S1 = { plan: "llr-2015", scenario: "llr-2015-s1" };
const SOMEBODY = { author: "A commissioner", person: null, now: "2015-04-02T10:30:00.000Z" };

const get = (search: string, scenario: Readonly<Record<string, string>> = S1) =>
  planner.ask(scenario, new Request(`http://127.0.0.1:3000/page${search}`));

/** Every link to a file in what a page is made of. */
function csvLinks(data: unknown): string[] {
  return [...JSON.stringify(data).matchAll(/\/download\/csv\/([a-z0-9-]+)/g)].map(([, id]) => found(id));
}

describe("the pages of a scenario", () => {
  test("show no table that cannot be had as a file", async () => {
    const pages = [overview, transition, capacity, funding].map((loader) => loader(get("")));
    const ids = new Set((await Promise.all(pages)).flatMap(csvLinks));
    expect([...ids]).toEqual(
      expect.arrayContaining([
        ...["ending", "payer-years", "timeline", "gaps", "procurement"],
        ...["ring-fences", "funding-ends"],
      ]),
    );
    for (const table of ids) {
      const answer = await downloadCsv(planner.ask({ ...S1, table }));
      expect([table, answer.headers.get("Content-Type")]).toEqual([table, "text/csv; charset=utf-8"]);
    }
  });

  test("say so of a scenario that has no contracts or lots yet", async () => {
    const durham = { plan: "durham-2020", scenario: "durham-2020-100" };
    expect((await overview(get("", durham))).hasProvisions).toBe(false);
    expect((await transition(get("", durham))).isEmpty).toBe(true);
    expect((await funding(get("", durham))).hasProvisions).toBe(false);
    expect((await transition(get(""))).isEmpty).toBe(false);
  });

  test("lead to the priorities where there are no contracts or lots but these", async () => {
    const durham = await overview(get("", { plan: "durham-2020", scenario: "durham-2020-100" }));
    expect(durham.prioritiesHref).toBe("/plans/durham-2020/scenarios/durham-2020-100/priorities");
    expect((await overview(get(""))).prioritiesHref).toBeNull();
  });

  test("do not exist for a scenario that does not exist", async () => {
    for (const loader of [overview, transition, capacity, funding, history]) {
      expect((await thrownBy(loader(get("", { plan: "llr-2015", scenario: "none" })))).status).toBe(404);
    }
  });
});

describe("the overview", () => {
  test("compares its headline figures with the scenario that it is based on", async () => {
    const { comparedWith, figures } = await overview(get(""));
    expect(comparedWith).toBe("As it is to September 2015, then nothing");
    expect(figures.find(({ id }) => id === "total-cost")?.change).toBe("£5,512,453.13 more");
  });

  test("answers a board's questions for the area and the partner of the address, and keeps one when the other changes", async () => {
    const asked = async (search: string) => (await overview(get(search))).questions;
    const chosen = await asked("?area=melton&partner=blaby");
    expect(chosen.map(({ question }) => question)).toEqual([
      "What does it cost?",
      "Who pays?",
      "What do the residents of Melton get?",
      "Is there a month without a service?",
      "What if Blaby District Council says no?",
      "Why this lot structure?",
      "What did we promise and not yet start?",
    ]);
    expect(chosen.find(({ id }) => id === "residents")?.choice?.kept).toEqual({ partner: "blaby" });
    expect(chosen.find(({ id }) => id === "declines")?.choice?.kept).toEqual({ area: "melton" });
    const [cost, , residents, , declines] = await asked("?area=atlantis");
    expect(cost?.link.href).toBe("/plans/llr-2015/scenarios/llr-2015-s1/lots#yearly-costs");
    expect(residents?.question).toBe("What do the residents of Leicester get?");
    expect(declines?.question).toBe("What if Charnwood Borough Council says no?");
  });

  test("leads from each warning to the part of the page that shows its cause", async () => {
    const { warnings } = await overview(get(""));
    const href = (id: string): string | undefined => warnings.find((warning) => warning.id === id)?.href;
    expect(href("unfunded-2018")).toBe("/plans/llr-2015/scenarios/llr-2015-s1/funding?year=2018#flow");
    expect(href("unconfirmed-helpline")).toBe(
      "/plans/llr-2015/scenarios/llr-2015-s1/transition?activity=helpline#unconfirmed",
    );
    expect(warnings.map(({ tone }) => tone)).toEqual(["bad", "warn", "warn"]);
  });

  test("names the thing whose price is not known", async () => {
    const { warnings, notKnown } = await overview(get(""));
    expect(warnings.at(-1)?.text).toMatch(
      /^OPCC transition funding for key services: the price is not known;/,
    );
    expect(notKnown[0]).toBe("The price of OPCC transition funding for key services is not known.");
  });
});

describe("the transition", () => {
  test("shows all activities, or the one that is asked for, with its own gaps and months", async () => {
    const [all, refuge] = await Promise.all([transition(get("")), transition(get("?activity=refuge"))]);
    expect([all.value, refuge.value]).toEqual(["all", "refuge"]);
    expect(all.shown.unconfirmed.table.rows).toHaveLength(9);
    expect(refuge.shown.unconfirmed.table.rows).toHaveLength(0);
    expect(refuge.shown.letters.activities.map(({ activity }) => activity)).toEqual(["refuge"]);
  });

  test("takes an activity that it does not know for none", async () => {
    expect((await transition(get("?activity=nothing"))).value).toBe("all");
  });
});

describe("capacity and demand", () => {
  test("is of one activity at a time, with its unit in every heading", async () => {
    const data = await capacity(get("?activity=advocacy"));
    expect(data?.value).toBe("advocacy");
    expect(data?.together.table.title).toBe("Advocacy, all areas by year (cases)");
    expect(data?.byArea.table.title).toBe("Advocacy, by area and year (cases)");
    expect(data?.together.table.columns.map(({ label }) => label)).not.toContain("Activity");
  });

  test("says so where nothing is counted", async () => {
    expect(await capacity(get("", { plan: "durham-2020", scenario: "durham-2020-100" }))).toBeNull();
  });
});

describe("funding", () => {
  test("opens on the first year in which money is short, or shows the year that is asked for", async () => {
    expect((await funding(get(""))).year).toBe("2018");
    const asked = await funding(get("?year=2016"));
    expect(asked.shown.flow.table.title).toBe("Who pays for what in 2016/17");
    expect(asked.shown.flow.caption).toMatch(/All of it is paid for\.$/);
  });

  test("says in a sentence what money is short for", async () => {
    const { short } = (await funding(get(""))).shown;
    expect(short).toHaveLength(1);
    expect(short[0]).toMatch(
      /^In 2018\/19 £18,962\.50 is unfunded\. Money is short for Joint sexual violence/,
    );
  });
});

describe("the history", () => {
  const price = (annual: string) => ({
    name: "Price of the joint lot",
    operations: [{ op: "replace" as const, path: "/provisions/joint/price/annual", value: annual }],
  });
  const post = (body: Readonly<Record<string, string>>) =>
    restore(planner.ask(S1, sentForm(body))) as Promise<unknown> as Promise<Response>;

  test("has every change, newest first, with who, when, what and why", async () => {
    const reason = "The provider's letter";
    await planner.services.saveChange(S1, { baseRevision: 1, change: price("1500000.00"), reason }, SOMEBODY);
    const { latest, revisions } = await history(get(""));
    expect(latest).toBe(2);
    expect(revisions.map(({ number }) => number)).toEqual([2, 1]);
    expect(revisions[0]).toEqual({
      number: 2,
      name: "Price of the joint lot",
      mark: "",
      changes: [
        {
          path: "/provisions/joint/price/annual",
          about: "Joint sexual violence and domestic abuse support for adults: Annual price at start",
          from: "1,380,000.00",
          to: "1,500,000.00",
        },
      ],
      why: reason,
      who: "A commissioner",
      when: "2 April 2015 at 11:30",
    });
  });

  test("restores an earlier revision as a new one, and says so", async () => {
    const before = found(await planner.services.loadRevision(S1, 1));
    const answer = await post({ revision: "1", baseRevision: "2" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe("/plans/llr-2015/scenarios/llr-2015-s1/history?restored=1");
    const { latest, restored } = await history(get("?restored=1"));
    expect([latest, restored]).toEqual([3, 1]);
    expect(found(await planner.services.loadScenario(S1)).scenario).toEqual(before);
  });

  test("refuses what names no revision, and restores nothing", async () => {
    const bodies = [{}, { revision: "one", baseRevision: "3" }, { revision: "99", baseRevision: "3" }];
    for (const body of bodies) {
      const status = await post(body as Record<string, string>).then(
        (answer) => answer.status,
        (thrown: unknown) => (thrown as Response).status,
      );
      expect([400, 404]).toContain(status);
    }
    expect((await history(get(""))).latest).toBe(3);
  });

  test("claims no restoration that the address makes up", async () => {
    expect((await history(get("?restored=77"))).restored).toBeNull();
  });

  test("has as many pages as it needs", async () => {
    for (let place = 0; place < 50; place++) {
      await planner.services.saveChange(
        S1,
        { baseRevision: 3 + place, change: price(`${1_400_000 + place}.00`) },
        SOMEBODY,
      );
    }
    const first = await history(get(""));
    expect([first.revisions.length, first.newer, first.latest]).toEqual([25, null, 53]);
    const next = await history(get(found(first.older).replace(/^[^?]*/, "")));
    const second = await history(get(found(next.older).replace(/^[^?]*/, "")));
    expect(second.revisions.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(second.newer).toBe("/plans/llr-2015/scenarios/llr-2015-s1/history?from=28");
  });
});

describe("the large plan", () => {
  const LARGE = { plan: "llr-2015", scenario: "large-plan" };
  beforeAll(async () => {
    await planner.services.importScenario("llr-2015", JSON.stringify(largePlan()), SOMEBODY);
  });

  test("is shown one activity at a time, beginning with the first that has a gap", async () => {
    const { value, choices, shown } = await transition(get("", LARGE));
    expect(choices.map((choice) => choice.value)).not.toContain("all");
    expect(value).toBe("activity-00");
    expect(shown.letters.activities).toHaveLength(1);
  });

  test.each([
    ["the overview", overview],
    ["the transition", transition],
    ["capacity and demand", capacity],
    ["funding", funding],
  ])("hands %s to the browser in less than a quarter of a megabyte", async (_page, loader) => {
    const data: unknown = await loader(get("", LARGE));
    expect(JSON.stringify(data).length).toBeLessThan(250_000);
  });
});
