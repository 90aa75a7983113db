import { describe, expect, it } from "vitest";
import { keepLongFiles, type MakeFile } from "../../../app/services/long-files.server";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; turns < 1000 && !holds(); turns++) await turn();
  expect(holds()).toBe(true);
}

/** Writes as many rows as it is told, a row a turn, and the rows into the file. */
function rows(count: number, written: number[] = []): MakeFile {
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

describe("a file that is made beside other work", () => {
  const clock = () => 0;

  it("says how far it is, and is kept when it is there", async () => {
    const files = keepLongFiles(2, clock);
    expect(files.begin("a", rows(3), unexpected)).toEqual({
      state: "working",
      progress: { startedAt: null, done: 0, of: null },
    });
    const seen = new Set<number>();
    await until(() => {
      const now = files.stateOf("a");
      if (now?.state === "working") seen.add(now.progress.done);
      return now?.state === "ready";
    });
    expect(seen.has(2)).toBe(true);
    expect(files.stateOf("a")).toEqual({ state: "ready", answer: Buffer.from([1, 2, 3]) });
  });

  it("is made once for all who ask", async () => {
    const files = keepLongFiles(2, clock);
    const written: number[] = [];
    files.begin("a", rows(2, written), unexpected);
    files.begin("a", rows(2, written), unexpected);
    await until(() => files.stateOf("a")?.state === "ready");
    expect(written).toEqual([1, 2]);
  });

  it("ends where it is when it is stopped, stays so whoever looks, and the next one begins", async () => {
    const files = keepLongFiles(2, clock);
    const written: number[] = [];
    files.begin("a", rows(900, written), unexpected);
    await until(() => written.length > 2);
    files.stop("a");
    files.begin("b", rows(1), unexpected);
    await until(() => files.stateOf("b")?.state === "ready");
    expect(files.begin("a", rows(900, written), unexpected)).toEqual({ state: "stopped" });
    expect(written.length).toBeLessThan(900);
    files.restart("a");
    expect(files.begin("a", rows(1), unexpected).state).toBe("working");
  });

  it("that could not be made says so to all who look, and is tried again when it is asked for", async () => {
    const files = keepLongFiles(2, clock);
    const fails: MakeFile = () => Promise.reject(new DOMException("no room", "QuotaExceededError"));
    const reported: unknown[] = [];
    files.begin("a", fails, (fault) => reported.push(fault));
    await until(() => files.stateOf("a")?.state === "failed");
    expect(files.begin("a", fails, unexpected)).toEqual({ state: "failed" });
    expect(reported.map(String)).toEqual(["QuotaExceededError: no room"]);
    files.restart("a");
    expect(files.begin("a", rows(1), unexpected).state).toBe("working");
    await until(() => files.stateOf("a")?.state === "ready");
  });

  it("gives way to those that were asked for later", async () => {
    const files = keepLongFiles(1, clock);
    files.begin("a", rows(1), unexpected);
    files.begin("b", rows(1), unexpected);
    await until(() => files.stateOf("b")?.state === "ready");
    expect(files.stateOf("a")).toBeNull();
  });
});
