import { describe, expect, it } from "vitest";
import { readReplyFile } from "../../../../app/services/reply-files/read-file.server";
import { checkReply } from "../../../../app/workbook/partner-pack/check-reply";
import { askedHere, CONSULTATION, SEAL } from "../../../support/reply-packs";
import { mutated, type SpoiltReply, spoiltReplies } from "../../../support/spoilt-replies";

/** What the planner answers to a file: its fault, or that it is read. */
async function answerTo(file: Buffer): Promise<string> {
  const read = await readReplyFile(file);
  if (!read.ok) return read.fault;
  const expected = { consultation: CONSULTATION, askedOf: askedHere, organisation: "charnwood", seal: SEAL };
  const checked = checkReply(read.cells, expected);
  return checked.ok ? "read" : checked.fault;
}

const FILES: readonly SpoiltReply[] = await spoiltReplies();
const ANSWERS = new Set([...FILES.map(({ answer }) => answer), "unreadable"]);

describe("files that come back", () => {
  it.each(FILES)(
    "$name is answered: $answer",
    async ({ file, answer }) => {
      expect(await answerTo(file)).toBe(answer);
    },
    20_000,
  );

  it("get a clear answer when twenty times a few of their bytes change, and leave no memory behind", async () => {
    const before = process.memoryUsage().rss;
    const unclear: string[] = [];
    const pairs = FILES.flatMap((file) =>
      Array.from({ length: 20 }, (_, seed) => ({ ...file, seed: seed + 1 })),
    );
    let slowest = 0;
    for (const { name, file, seed } of pairs) {
      const started = performance.now();
      const answer = await answerTo(mutated(file, seed));
      slowest = Math.max(slowest, performance.now() - started);
      if (!ANSWERS.has(answer)) unclear.push(`${name}, ${seed}: ${answer}`);
    }
    expect(unclear).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    console.info(`${pairs.length} changed files; the slowest answer took ${Math.round(slowest)} ms`);
  }, 600_000);
});
