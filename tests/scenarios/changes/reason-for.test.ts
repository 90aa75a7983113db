import { describe, expect, test } from "vitest";
import type { Operation } from "../../../scenarios/changes/operation";
import { type ReasonedRevision, reasonFor } from "../../../scenarios/changes/reason-for";

const PRICE: Operation = { op: "replace", path: "/provisions/joint/price/annual", value: "1.00" };
const END: Operation = { op: "replace", path: "/provisions/joint/end", value: "2018-03-31" };

const revision = (number: number, operation: Operation, reason: string | null): ReasonedRevision => ({
  ...{ number, operations: [operation], reason, undoes: null, redoes: null },
  ...{ author: "Ann", createdAt: `2015-04-0${number}` },
});
const why = (history: readonly ReasonedRevision[], later: Parameters<typeof reasonFor>[1]["later"] = []) =>
  reasonFor(PRICE, { history: history.toReversed(), later })?.reason ?? null;
const said = (at: number, reason: string) => ({
  ...{ path: PRICE.path, revision: at, reason, author: "Ben", createdAt: "2015-05-01" },
});

describe("the reason of a changed field", () => {
  test("is that of the latest change that touched it", () => {
    const history = [
      revision(2, PRICE, "Tender"),
      revision(3, PRICE, "Second tender"),
      revision(4, END, "Delay"),
    ];
    expect(why(history)).toBe("Second tender");
    expect(
      why([revision(2, PRICE, "Tender"), revision(3, PRICE, null)]),
      "an older one may not hold",
    ).toBeNull();
    expect(why([revision(2, END, "Delay")])).toBeNull();
  });

  test("is what was said about it later, until it is changed again", () => {
    const history = [revision(2, PRICE, "Tender")];
    expect(why(history, [said(2, "Tender of May")])).toBe("Tender of May");
    expect(why(history, [said(2, "")]), "taken away").toBeNull();
    expect(why([...history, revision(3, PRICE, "New tender")], [said(2, "Tender of May")])).toBe(
      "New tender",
    );
  });

  test("is not that of a change that was taken back, unless it was made again", () => {
    const first = revision(2, PRICE, "Tender");
    const second = revision(3, PRICE, "Second tender");
    const undone = { ...revision(4, PRICE, null), undoes: 3 };
    expect(why([first, second, undone])).toBe("Tender");
    expect(why([first, second, undone, { ...revision(5, PRICE, "Second tender"), redoes: 3 }])).toBe(
      "Second tender",
    );
  });
});
