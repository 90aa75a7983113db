import { describe, expect, test } from "vitest";
import { gridRows, markOfCell, textOfCell, valueOfCell } from "../../../app/components/grid/grid-rows";
import { pasteBlock } from "../../../app/components/grid/paste-block";
import { gridListAt, listCells } from "../../../app/forms/list-table";
import { buildContractsTable } from "../../../app/reports/contracts";
import { formatTable } from "../../../app/reports/format-table";
import { evaluatedExample } from "../../support/evaluated-example";
import { found } from "../../support/scenarios";

const EVALUATION = evaluatedExample("llr-2015-s1.json");
const CONTRACTS = gridListAt(EVALUATION.scenario, "/provisions");
const TABLE = formatTable(buildContractsTable(EVALUATION));
const { rows, total } = gridRows(TABLE, listCells(EVALUATION.scenario, CONTRACTS));
const row = (id: string) => found(rows.find((one) => one.id === id));
const draft = (text: string, state: "waiting" | "refused") => ({ text, state, base: 1, together: [] });

describe("the rows of the grid are those of the table", () => {
  test("with the same texts, and fields behind the cells that can be edited", () => {
    expect(textOfCell(row("joint"), "cost", {})).toBe("£4,254,431.25");
    expect(valueOfCell(row("joint"), "annual", {})).toBe("1,380,000.00");
    expect(markOfCell(row("joint"), "annual", {})).toBe("editable");
    expect(markOfCell(row("joint"), "cost", {})).toBeNull();
    expect(valueOfCell(row("ot1"), "annual", {})).toBe("");
    expect(textOfCell(row("ot1"), "annual", {})).toBe("Not known");
  });

  test("a price by year cannot be typed over in one cell, nor can the total", () => {
    expect(markOfCell(row("p360"), "annual", {})).toBeNull();
    expect(found(total).fields).toEqual({});
  });

  test("what was typed stands in its cell until it is saved, in words where there is a choice", () => {
    const drafts = {
      "/provisions/joint/price/annual": { ...draft("1,4 million", "refused"), message: "write pounds" },
      "/provisions/joint/end": draft("31/8/2018", "refused"),
      "/provisions/joint/certainty": draft("planned", "waiting"),
    };
    expect(textOfCell(row("joint"), "annual", drafts)).toBe("1,4 million");
    expect(markOfCell(row("joint"), "annual", drafts)).toBe("problem");
    expect(markOfCell(row("joint"), "end", drafts), "refused with another cell").toBe("waiting");
    expect(textOfCell(row("joint"), "certainty", drafts)).toBe("Planned");
    expect(markOfCell(row("joint"), "certainty", drafts)).toBe("waiting");
  });
});

describe("a block from Excel", () => {
  const columns = ["provision", "start", "end", "certainty", "annual", "cost"].map((id) => ({
    id,
    heading: found(TABLE.columns.find((column) => column.id === id)).label,
    numeric: false,
  }));
  const at = (id: string, column: string) => ({
    row: rows.findIndex((one) => one.id === id),
    column: columns.findIndex((one) => one.id === column),
  });
  const paste = (text: string, id: string, column: string) =>
    pasteBlock(text, { rows, columns, at: at(id, column) });

  test("becomes one edit of all its cells", () => {
    expect(paste("1/10/2015\t30/9/2018\r\n1/11/2015\t31/10/2018\r\n", "joint", "start")).toEqual({
      ok: true,
      edit: {
        "/provisions/joint/start": "1/10/2015",
        "/provisions/joint/end": "30/9/2018",
        "/provisions/refuge/start": "1/11/2015",
        "/provisions/refuge/end": "31/10/2018",
      },
    });
  });

  test("may hold cells that cannot be changed, as long as they are as they are", () => {
    expect(paste("1400000\t£4,254,431.25", "joint", "annual")).toEqual({
      ok: true,
      edit: { "/provisions/joint/price/annual": "1400000" },
    });
    expect(paste("1400000\t1", "joint", "annual")).toEqual({
      ok: false,
      reason:
        "Nothing was pasted: Cost in the period of Joint sexual violence and domestic abuse support for adults cannot be changed here. Copy only cells that can be changed.",
    });
  });

  test("larger than the room for it is not pasted at all", () => {
    expect(paste("1\n2\n3\n4", "joint", "annual")).toMatchObject({
      reason:
        "Nothing was pasted: the block has 4 rows, and from here on there are 3. Copy fewer, or paste it further up.",
    });
    expect(paste("1\t2\t3", "joint", "annual")).toMatchObject({
      reason:
        "Nothing was pasted: the block has 3 columns, and from here on there are 2. Copy fewer, or paste it further to the left.",
    });
  });
});
