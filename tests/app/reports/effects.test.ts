import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editScenario } from "../../../app/live/edited-scenario";
import { buildEffects, type Effects, isEffect } from "../../../app/reports/effects";
import { buildKeyFigures } from "../../../app/reports/key-figures";
import { buildNotices } from "../../../app/reports/notices";
import { cellValue } from "../../../app/reports/report-table";
import { worstWait } from "../../../app/reports/waits";
import { evaluateScenario } from "../../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../../scenarios/model/evaluation";
import { exampleScenario } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";
import { typedEdits } from "../../support/typed-edits";

const S1 = exampleScenario("llr-2015-s1.json");
const SAVED = evaluateScenario(S1);

function typed(fields: Readonly<Record<string, string>>): Evaluation {
  const edited = editScenario(S1, fields);
  if (edited.outcome !== "edited") throw new Error(JSON.stringify(edited));
  return evaluateScenario(edited.scenario);
}

describe("what an edit changes", () => {
  test("is said figure by figure, before and after, with how far they are apart", () => {
    const { figures } = buildEffects(SAVED, typed({ "/provisions/joint/price/annual": "1,500,000" }));
    expect(figures.map(({ id }) => id)).toEqual([
      "total-cost",
      "cost-2015/16",
      "cost-2016/17",
      "cost-2017/18",
      "cost-2018/19",
      "unfunded",
    ]);
    expect(figures[0]).toEqual({
      id: "total-cost",
      label: "Total cost",
      before: "£6,768,942.06",
      after: "£7,134,979.56",
      change: "£366,037.50 more",
    });
  });

  test("tells warnings that appear from one that says something else and one that goes", () => {
    const dearer = typed({ "/provisions/joint/price/annual": "1,500,000" });
    const [more, less] = [buildEffects(SAVED, dearer), buildEffects(dearer, SAVED)];
    const inYears = ["unfunded-2015", "unfunded-2016", "unfunded-2017"];
    expect(more.appears.map(({ id }) => id)).toEqual(inYears);
    expect(less.goes.map(({ id }) => id)).toEqual(inYears);
    expect(more.moves.map(({ text }) => text)).toEqual([expect.stringMatching(/^£82,000\.00 is unfunded/)]);
  });

  test("a longest wait that ends with all capacity for the service is no improvement, and that is said", () => {
    const longest = found(worstWait(SAVED));
    const isOther = ({ activity }: { readonly activity: string }): boolean => activity !== longest.activity;
    const without = evaluateScenario({
      ...S1,
      provisions: S1.provisions.map(({ capacity = [], ...provision }) => ({
        ...provision,
        capacity: capacity.filter(isOther),
      })),
      contributions: (S1.contributions ?? []).map(({ capacity, buyIn: _, ...round }) => ({
        ...round,
        ...(capacity !== undefined && isOther(capacity) && { capacity }),
      })),
    });
    const wait = (effects: Effects) => found(effects.figures.find(({ id }) => id === "worst-wait"));
    expect(wait(buildEffects(SAVED, without)).change).toMatch(
      /^No improvement: there is then no capacity for .+ in (\d+ areas|[A-Z].+), so no wait is counted there\.$/,
    );
    expect(wait(buildEffects(without, SAVED)).change, "the other way round it is longer").not.toMatch(
      /No improvement/,
    );
  });

  test("when a district declines: each contribution that moves, and nobody else's", () => {
    const { figures } = buildEffects(SAVED, typed({ "/contributions/districts/members/melton/choice": "" }));
    expect(figures.filter(({ id }) => id.startsWith("contribution-"))).toEqual([
      {
        id: "contribution-melton",
        label: "Contribution of Melton Borough Council",
        before: "£67,829.96",
        after: "£0.00",
        change: "£67,829.96 less",
      },
    ]);
  });

  test("a figure that only one of the two has reads none in the other", () => {
    const without = evaluateScenario({ ...S1, contributions: [] });
    const blaby = buildEffects(SAVED, without).figures.find(({ id }) => id === "contribution-blaby");
    expect(blaby).toMatchObject({ before: "£107,060.39", after: "none", change: null });
  });

  test("is nothing when nothing moves", () => {
    const renamed = evaluateScenario({ ...S1, name: "Another name" });
    expect(isEffect(buildEffects(SAVED, renamed))).toBe(false);
  });

  test("whatever is typed, is every headline figure of another value and every notice of another text, and no more", () => {
    fc.assert(
      fc.property(typedEdits(S1), (fields) => {
        const edited = editScenario(S1, fields);
        if (edited.outcome !== "edited") return;
        const after = evaluateScenario(edited.scenario);
        const { figures, appears, moves } = buildEffects(SAVED, after);
        const before = new Map(buildKeyFigures(SAVED).map(({ id, value }) => [id, cellValue(value)]));
        const same = buildKeyFigures(after).filter(({ id, value }) => before.get(id) === cellValue(value));
        const named = new Set(figures.map(({ id }) => id));
        expect(same.filter(({ id }) => named.has(id))).toEqual([]);
        const known = new Set(buildNotices(SAVED).map(({ text }) => text));
        const news = buildNotices(after).filter(({ text }) => !known.has(text));
        expect(new Set([...appears, ...moves].map(({ text }) => text))).toEqual(
          new Set(news.map(({ text }) => text)),
        );
      }),
      { numRuns: 25 },
    );
  });
});
