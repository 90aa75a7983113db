import { expect, test } from "vitest";
import { safeRedirect } from "../../../app/lib/safe-redirect";

const target = (text: string): string | null => safeRedirect(text).headers.get("Location");

test.each(["/", "/plans", "/plans/llr/scenarios/s1?year=2015#costs"])(
  "%s is a page of the planner",
  (text) => {
    expect(target(text)).toBe(text);
  },
);

test.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/plans\\..\\x",
  "https://evil.example",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/\n/evil.example",
  " /plans",
  "",
])("%j leads to the plans instead", (text) => {
  expect(target(text)).toBe("/plans");
});
