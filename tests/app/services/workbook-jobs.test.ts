import { describe, expect, it } from "vitest";
import { keepWorkbookJobs, type MakeWorkbook } from "../../../app/services/workbook-jobs";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; turns < 1000 && !holds(); turns++) await turn();
  expect(holds()).toBe(true);
}

/** Writes as many rows as it is told, a row a turn, and the rows into the file. */
function rows(count: number, written: number[] = []): MakeWorkbook {
  return async (stream, progress) => {
    for (let row = 1; row <= count; row++) {
      written.push(row);
      progress(row, count);
      stream.write(Buffer.from([row]));
      await turn();
    }
  };
}

const unexpected = (fault: unknown): void => {
  throw fault;
};

describe("a workbook that is made beside other work", () => {
  it("says how far it is, and is kept when it is there", async () => {
    const jobs = keepWorkbookJobs(2);
    expect(jobs.start("a", rows(3), unexpected)).toEqual({ state: "working", done: 0, all: 0 });
    await until(() => jobs.find("a")?.state === "working" && (jobs.find("a") as { done: number }).done > 0);
    await until(() => jobs.find("a")?.state === "ready");
    expect(jobs.find("a")).toEqual({ state: "ready", content: Buffer.from([1, 2, 3]) });
  });

  it("is made once for all who ask", async () => {
    const jobs = keepWorkbookJobs(2);
    const written: number[] = [];
    jobs.start("a", rows(2, written), unexpected);
    jobs.start("a", rows(2, written), unexpected);
    await until(() => jobs.find("a")?.state === "ready");
    expect(written).toEqual([1, 2]);
  });

  it("stops where it is when it is cancelled, and the next one begins", async () => {
    const jobs = keepWorkbookJobs(2);
    const written: number[] = [];
    jobs.start("a", rows(900, written), unexpected);
    await until(() => written.length > 2);
    jobs.cancel("a");
    jobs.start("b", rows(1), unexpected);
    await until(() => jobs.find("b")?.state === "ready");
    expect(jobs.find("a")).toBeNull();
    expect(written.length).toBeLessThan(900);
  });

  it("that could not be made is tried again by whoever asks next", async () => {
    const jobs = keepWorkbookJobs(2);
    const fails: MakeWorkbook = () => Promise.reject(new DOMException("no room", "QuotaExceededError"));
    const reported: unknown[] = [];
    jobs.start("a", fails, (fault) => reported.push(fault));
    await until(() => jobs.find("a")?.state === "failed");
    expect(String(reported[0])).toContain("no room");
    expect(jobs.start("a", rows(1), unexpected).state).toBe("working");
    await until(() => jobs.find("a")?.state === "ready");
  });

  it("gives way to those that were asked for later", async () => {
    const jobs = keepWorkbookJobs(1);
    jobs.start("a", rows(1), unexpected);
    jobs.start("b", rows(1), unexpected);
    await until(() => jobs.find("b")?.state === "ready");
    expect(jobs.find("a")).toBeNull();
  });
});
