import type { Issue } from "../../scenarios/model/issue";

/** What a command comes to: 0 done, 1 the file has issues, 2 wrong use; and what it writes where. */
export type Outcome = { readonly status: number; readonly output: string; readonly errors: string };

/** Done; output ends with a line end. */
export function done(output: string): Outcome {
  return { status: 0, output, errors: "" };
}

/** The file has issues: one a line on standard error, nothing on standard output. */
export function refused(issues: readonly Issue[]): Outcome {
  return { status: 1, output: "", errors: issues.map((issue) => `${issueLine(issue)}\n`).join("") };
}

/** Wrong use: what is wrong, in one line or with the usage. */
export function wrongUse(message: string): Outcome {
  return { status: 2, output: "", errors: message.endsWith("\n") ? message : `${message}\n` };
}

/** PATH: MESSAGE. The whole document is "/". */
export function issueLine({ path, message }: Issue): string {
  return `${path === "" ? "/" : path}: ${message}`.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
