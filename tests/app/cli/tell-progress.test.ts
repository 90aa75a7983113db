import { describe, expect, it } from "vitest";
import { tellProgress } from "../../../app/cli/tell-progress";

/** What is written in so many tenths of a second, one step of a hundred a tenth. */
function written(isTTY: boolean, tenths: number): string[] {
  const texts: string[] = [];
  let now = 0;
  const teller = tellProgress("The frontier", { isTTY, write: (text) => texts.push(text) }, () => now);
  for (let done = 1; done <= tenths; done++) {
    now += 100;
    teller.tell({ done, of: 300 });
  }
  teller.end();
  return texts;
}

describe("how far a command is", () => {
  it("is one line of a terminal that changes, and is gone in the end", () => {
    expect(written(true, 13)).toEqual(["\rThe frontier: 3 %", "\rThe frontier: 4 %", "\r\u001B[K"]);
  });

  it("is a line every ten seconds in a log", () => {
    expect(written(false, 290)).toEqual(["The frontier: 33 %\n", "The frontier: 66 %\n"]);
  });

  it("is not spoken of where it is soon done", () => {
    expect([written(true, 9), written(false, 99)]).toEqual([[], []]);
  });
});
