import Decimal from "decimal.js";
import { afterEach, beforeEach, expect, vi } from "vitest";

// A Decimal compares as text when it meets an operator: 9 < 10 is false. No test lets that pass.
Object.defineProperty(Decimal.prototype, "valueOf", {
  value: () => {
    throw new Error("A Decimal takes no operators: use .plus(), .lt(), .eq() …");
  },
});
// decimal.js asks itself in this way for a number; the guard is for our own code.
Object.defineProperty(Decimal.prototype, "toNumber", {
  value(this: Decimal): number {
    return Number(this.toString());
  },
});

// Nothing that a test does may complain on the console unnoticed.
beforeEach(() => {
  vi.spyOn(console, "error");
});
afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
