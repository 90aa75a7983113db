import { describe, expect, test } from "vitest";
import { agreementsOf } from "../../../app/reports/panel-agreements";

const CLOSED = { closedAt: "2020-09-10T12:00:00.000Z" };

type Mark = {
  readonly reason?: string;
  readonly undoes?: number;
  readonly redoes?: number;
  readonly before?: true;
};

/** Revisions from 2 on, oldest given first, each of one score of training. */
function revisions(marks: readonly Mark[]) {
  return marks
    .map(({ reason, undoes, redoes, before }, place) => ({
      number: place + 2,
      author: `Person ${place + 2}`,
      reason: reason ?? null,
      createdAt: before === true ? "2020-09-10T11:00:00.000Z" : `2020-09-10T13:0${place}:00.000Z`,
      undoes: undoes ?? null,
      redoes: redoes ?? null,
      operations: [
        { op: "replace", path: "/priorities/lines/training/levels/full/scores/early", value: "65" } as const,
      ],
    }))
    .toReversed();
}

const agreed = (...marks: readonly Mark[]) => agreementsOf(revisions(marks), CLOSED).get("training");

describe("what a panel has agreed of a line", () => {
  test("is the last change of its scores with the reason for it", () => {
    expect(agreed({ reason: "Read again" }, { reason: "Heard the provider" })).toEqual({
      by: "Person 3",
      note: "Heard the provider",
    });
  });

  test("counts only since the round was closed", () => {
    expect(agreed({ reason: "A first guess", before: true })).toBeUndefined();
  });

  test("is not agreed any more once it was taken back, and again once it was made again", () => {
    expect(agreed({ reason: "Read again" }, { undoes: 2 })).toBeUndefined();
    expect(agreed({ reason: "Read again" }, { undoes: 2 }, { redoes: 2 })?.note).toBe("Read again");
    expect(agreed({ reason: "Read again" }, { undoes: 2 }, { redoes: 2 }, { undoes: 2 })).toBeUndefined();
  });

  test("is what was agreed before, where only the later change was taken back", () => {
    expect(agreed({ reason: "Read again" }, { reason: "In haste" }, { undoes: 3 })).toEqual({
      by: "Person 2",
      note: "Read again",
    });
  });

  test("is not agreed where somebody changed the scores afterwards without a reason", () => {
    expect(agreed({ reason: "Read again" }, {})).toEqual({ by: "Person 3", note: null });
  });

  test("to take back what is older than the round changes the scores without a reason", () => {
    expect(agreed({ before: true }, { reason: "Read again" }, { undoes: 2 })).toEqual({
      by: "Person 4",
      note: null,
    });
  });

  test("nothing, while the round is open", () => {
    expect(agreementsOf(revisions([{ reason: "Read again" }]), { closedAt: null }).size).toBe(0);
  });
});
