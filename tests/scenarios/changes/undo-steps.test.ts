import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextSteps, type OwnRevision } from "../../../scenarios/changes/undo-steps";

const change = (number: number): OwnRevision => ({ number, undoes: null, redoes: null });
const undo = (number: number, undoes: number): OwnRevision => ({ number, undoes, redoes: null });
const redo = (number: number, redoes: number): OwnRevision => ({ number, undoes: null, redoes });

describe("undo and redo", () => {
  test("have nothing to do before the first change", () => {
    expect(nextSteps([])).toEqual({ undo: null, redo: null });
  });

  test("go back through the changes, the latest first, and forward again", () => {
    const history = [change(2), change(5)];
    expect(nextSteps(history).undo).toEqual({ change: 5, by: 5 });
    history.push(undo(6, 5));
    expect(nextSteps(history)).toEqual({ undo: { change: 2, by: 2 }, redo: { change: 5, by: 6 } });
    history.push(undo(7, 2));
    expect(nextSteps(history)).toEqual({ undo: null, redo: { change: 2, by: 7 } });
    history.push(redo(8, 2));
    expect(nextSteps(history)).toEqual({ undo: { change: 2, by: 8 }, redo: { change: 5, by: 6 } });
  });

  test("a new change ends what can be done again", () => {
    expect(nextSteps([change(2), undo(3, 2), change(4)])).toEqual({
      undo: { change: 4, by: 4 },
      redo: null,
    });
  });

  test("end, whatever was done, where two plain stacks end", () => {
    const deed = fc.constantFrom("change" as const, "undo" as const, "redo" as const);
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const history: OwnRevision[] = [];
        const [done, undone]: [number[], number[]] = [[], []];
        for (const [place, what] of deeds.entries()) {
          const number = place + 2;
          const next = nextSteps(history);
          expect(next.undo?.change).toBe(done.at(-1));
          expect(next.redo?.change).toBe(undone.at(-1));
          if (what === "change") {
            history.push(change(number));
            done.push(number);
            undone.length = 0;
          }
          if (what === "undo" && next.undo !== null) {
            history.push(undo(number, next.undo.change));
            undone.push(done.pop() ?? 0);
          }
          if (what === "redo" && next.redo !== null) {
            history.push(redo(number, next.redo.change));
            done.push(undone.pop() ?? 0);
          }
        }
      }),
      { seed: 2015, endOnFailure: true },
    );
  });
});
