import { describe, expect, it } from "vitest";
import { lotPatternsChart } from "../../../app/charts/lot-patterns";
import { formatTable } from "../../../app/reports/format-table";
import { buildLotPatternsTable, listLotPatterns, patternsToShow } from "../../../app/reports/lot-patterns";
import { lotReasons } from "../../../app/reports/lot-reasons";
import type { LotStructure } from "../../../scenarios/model/scenario";
import { evaluatedExample } from "../../support/evaluated-example";
import { evaluated, found, scenarioWith } from "../../support/scenarios";

const LEICESTERSHIRE = "llr-2015-s1.json";
const choosing = (chosen: NonNullable<LotStructure["chosen"]>) =>
  evaluatedExample(LEICESTERSHIRE, (scenario) => ({
    ...scenario,
    lotStructure: { ...found(scenario.lotStructure), chosen },
  }));

describe("the ways to divide domestic violence, sexual violence and therapy into lots", () => {
  const { rows } = formatTable(buildLotPatternsTable(evaluatedExample(LEICESTERSHIRE)));

  it("are five, with overhead, direct money, FTE, hand-offs and what the largest provider holds", () => {
    expect(rows.map(({ cells }) => cells.map(({ text }) => text).slice(1, 7))).toEqual([
      ["1", "£60,000.00", "£840,000.00", "20.00", "0.00", "100.00%"],
      ["2", "£120,000.00", "£780,000.00", "18.57", "0.30", "58.62%"],
      ["2", "£120,000.00", "£780,000.00", "18.57", "0.35", "75.86%"],
      ["2", "£120,000.00", "£780,000.00", "18.57", "0.25", "82.76%"],
      ["3", "£180,000.00", "£720,000.00", "17.14", "0.45", "58.62%"],
    ]);
    expect(rows[3]?.cells[0]?.text).toBe("4. Domestic violence + Therapeutic support | Sexual violence");
  });

  it("mark the one that the scenario procures, in whatever order its lots are written", () => {
    const patterns = listLotPatterns(choosing([["sv"], ["therapy", "dv"]]));
    expect(patterns.filter(({ isChosen }) => isChosen).map(({ number }) => number)).toEqual([4]);
    const marked = formatTable(buildLotPatternsTable(choosing([["sv"], ["therapy", "dv"]]))).rows;
    expect(marked.map(({ cells }) => cells.at(-1)?.text)).toEqual(["No", "No", "No", "Yes", "No"]);
    expect(rows[0]?.cells).toHaveLength(7);
  });
});

describe("the reasons for not dividing", () => {
  it("say what one lot leaves, what each further lot takes, and the best division into two", () => {
    expect(found(lotReasons(evaluatedExample(LEICESTERSHIRE))).againstDividing).toEqual([
      "One lot leaves £840,000.00 a year for direct work, 20.00 FTE, and hands nobody on from one lot to another.",
      "Each further lot takes £60,000.00 of overhead, which is 1.43 FTE.",
      "Of the ways to divide into two lots, Domestic violence + Therapeutic support | Sexual violence hands on the fewest: 0.25 hand-offs a user, with 18.57 FTE.",
    ]);
  });

  it("say what the scenario procures, or that it does not say", () => {
    const chosen = (evaluation: ReturnType<typeof choosing>) => found(lotReasons(evaluation)).chosen;
    expect(chosen(evaluatedExample(LEICESTERSHIRE))).toBe(
      "The scenario does not say which of these patterns it procures.",
    );
    expect(chosen(choosing([["sv", "dv", "therapy"]]))).toBe(
      "The scenario procures one lot: 20.00 FTE, 0.00 hand-offs a user.",
    );
    expect(chosen(choosing([["sv"], ["dv", "therapy"]]))).toBe(
      "The scenario procures 2 lots, Domestic violence + Therapeutic support | Sexual violence: 18.57 FTE, 0.25 hand-offs a user, 1.43 FTE fewer than one lot.",
    );
  });

  it("stand beside counterweights, with what is lost if the largest provider fails", () => {
    const { counterweights } = found(lotReasons(choosing([["sv"], ["dv", "therapy"]])));
    expect(counterweights.map(({ name }) => name)).toEqual([
      "Specialist “by and for” quality",
      "Who can bid",
      "If the largest provider fails",
    ]);
    expect(counterweights[2]?.text).toContain("With the lots that the scenario procures it is 82.76%.");
    expect(counterweights[2]?.text).toMatch(/The least is lost with .*: 58\.62%\.$/);
  });

  it("are not there without a lot structure", () => {
    const evaluation = evaluated(scenarioWith());
    expect(lotReasons(evaluation)).toBeNull();
    expect(buildLotPatternsTable(evaluation).rows).toEqual([]);
  });
});

describe("a structure of eight blocks", () => {
  const blocks = Array.from("abcdefgh", (id) => ({ id, name: id }));
  const evaluation = evaluated(
    scenarioWith({
      lotStructure: {
        envelope: "900000.00",
        overheadPerLot: "60000.00",
        costPerFte: "42000.00",
        blocks,
        needs: [
          { blocks: ["a", "b"], percent: "60" },
          { blocks: ["b", "c"], percent: "40" },
        ],
        chosen: blocks.map(({ id }) => [id]),
      },
    }),
  );
  const patterns = listLotPatterns(evaluation);

  it("has 4,140 patterns; the page shows the few best of each number of lots and the chosen one", () => {
    expect(patterns).toHaveLength(4140);
    const shown = patternsToShow(patterns);
    expect(shown).toHaveLength(32);
    expect(shown.filter(({ isChosen }) => isChosen)).toHaveLength(1);
    expect(buildLotPatternsTable(evaluation).rows).toHaveLength(4140);
  });

  it("draws patterns at the same place as one point, so the picture stays small", () => {
    const svg = lotPatternsChart(patterns, { id: "p", title: "Patterns", description: "Eight blocks" });
    expect(svg.match(/<circle/g)?.length).toBeLessThan(40);
    expect(svg).toContain("Procured by the scenario");
  });
});
