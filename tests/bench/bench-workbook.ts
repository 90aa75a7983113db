import { Writable } from "node:stream";
import { monitorEventLoopDelay } from "node:perf_hooks";
import ExcelJS from "exceljs";
import { writeValue } from "../../app/workbook/cell-styles";
import type { Sheet } from "../../app/workbook/sheet";
import { buildSheets, streamFinanceWorkbook } from "../../app/workbook/write-workbook";
import { evaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Scenario } from "../../scenarios/model/scenario";

const OPTIONS = { createdAt: new Date("2015-01-05T09:30:00Z") };

/**
 * Writes the finance workbook of a plan and prints how long it takes, what it adds to the memory and the longest that
 * another request waits for its turn; beside it the time of exceljs for the same cells, without looks and names.
 */
export async function benchWorkbook(name: string, scenario: Scenario, goal: string): Promise<void> {
  const evaluation = evaluateScenario(scenario);
  const ours = await measure((stream) => streamFinanceWorkbook(evaluation, OPTIONS, stream));
  const sheets = buildSheets(evaluation);
  const bare = await measure((stream) => writeBare(sheets, stream));
  const cells = sheets.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
  console.log(
    [
      `workbook of ${name}: ${(cells / 1000).toFixed(0)} thousand cells`,
      `${(ours.milliseconds / 1000).toFixed(2)} s ${goal}`,
      `${(ours.written / 1e6).toFixed(1)} MB`,
      `memory ${(ours.memory / 1e6).toFixed(0)} MB at most, ${(ours.added / 1e6).toFixed(0)} MB of it added`,
      `longest wait for a turn ${ours.wait.toFixed(0)} ms`,
      `sheets alone ${(timeOf(() => buildSheets(evaluation)) / 1000).toFixed(2)} s`,
      `bare exceljs, the same cells ${(bare.milliseconds / 1000).toFixed(2)} s`,
    ].join("\n  "),
  );
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
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true });
  for (const { name, rows } of sheets) {
    const worksheet = workbook.addWorksheet(name);
    rows.forEach(({ cells }, at) => {
      const row = worksheet.getRow(at + 2);
      cells.forEach((cell, place) => {
        writeValue(row.getCell(place + 1), cell);
      });
      row.commit();
    });
    worksheet.commit();
  }
  await workbook.commit();
}
