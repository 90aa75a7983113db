import { Writable } from "node:stream";
import { monitorEventLoopDelay } from "node:perf_hooks";
import ExcelJS from "exceljs";
import { writeCell } from "../../app/workbook/render-sheet";
import type { Sheet } from "../../app/workbook/sheet";
import { buildSheets, streamFinanceWorkbook } from "../../app/workbook/write-workbook";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Scenario } from "../../scenarios/model/scenario";

const OPTIONS = { createdAt: new Date("2015-01-05T09:30:00Z") };

/** Each is written so often, in turn, after once to warm up. */
const TURNS = 7;

/**
 * Writes the finance workbook of a plan and prints how long it takes, what it adds to the memory and the longest that
 * another request waits for its turn; beside it, in turn, the time of bare exceljs for the same cells: their values,
 * formulas, number formats and looks, without names, validations, widths and print settings.
 */
export async function benchWorkbook(name: string, scenario: Scenario, goal: string): Promise<void> {
  const evaluation = evaluateScenario(scenario);
  const first = await measure((stream) => streamFinanceWorkbook(evaluation, OPTIONS, stream));
  const sheets = buildSheets(evaluation);
  const cells = sheets.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
  await measure((stream) => writeBare(sheets, stream));
  const times: Record<"ours" | "bare" | "building", number[]> = { ours: [], bare: [], building: [] };
  for (let turn = 0; turn < TURNS; turn++) {
    times.ours.push(
      (await measure((stream) => streamFinanceWorkbook(evaluation, OPTIONS, stream))).milliseconds,
    );
    times.bare.push((await measure((stream) => writeBare(sheets, stream))).milliseconds);
    times.building.push(timeOf(() => buildSheets(evaluation)));
  }
  const seconds = (some: readonly number[]): string => (quickest(some) / 1000).toFixed(2);
  console.log(
    [
      `workbook of ${name}: ${(cells / 1000).toFixed(0)} thousand cells`,
      `${seconds(times.ours)} s, the first time ${(first.milliseconds / 1000).toFixed(2)} s ${goal}`,
      `${(first.written / 1e6).toFixed(1)} MB`,
      `memory ${(first.memory / 1e6).toFixed(0)} MB at most, ${(first.added / 1e6).toFixed(0)} MB of it added`,
      `longest wait for a turn ${first.wait.toFixed(0)} ms`,
      `sheets alone ${seconds(times.building)} s`,
      `bare exceljs, the same cells ${seconds(times.bare)} s; writing the sheets takes ${((quickest(times.ours) - quickest(times.building)) / quickest(times.bare)).toFixed(2)} × that (goal: 1.20)`,
    ].join("\n  "),
  );
}

/** Others on the machine only ever make something slower. */
function quickest(times: readonly number[]): number {
  return Math.min(...times);
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

type Measured = {
  readonly milliseconds: number;
  readonly written: number;
  readonly memory: number;
  readonly added: number;
  readonly wait: number;
};

async function measure(write: (stream: Writable) => Promise<void>): Promise<Measured> {
  let written = 0;
  const stream = new Writable({
    write(part: Buffer, _, next) {
      written += part.length;
      next();
    },
  });
  const before = process.memoryUsage().rss;
  let memory = before;
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().rss);
  }, 50);
  const turns = monitorEventLoopDelay({ resolution: 5 });
  turns.enable();
  const start = performance.now();
  await write(stream);
  const milliseconds = performance.now() - start;
  clearInterval(watch);
  turns.disable();
  return { milliseconds, written, memory, added: memory - before, wait: turns.max / 1e6 };
}

async function writeBare(sheets: readonly Sheet[], stream: Writable): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
  for (const sheet of sheets) {
    const worksheet = workbook.addWorksheet(sheet.name);
    sheet.rows.forEach((row, at) => {
      const written = worksheet.getRow(at + 2);
      row.cells.forEach((cell, place) => writeCell(written.getCell(place + 1), cell, { place, row, sheet }));
      written.commit();
    });
    worksheet.commit();
  }
  await workbook.commit();
}
