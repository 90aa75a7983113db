import type { Issue } from "../../scenarios/model/issue";
import type { FieldErrors } from "./edit-fields";

/** The faults of a refused change, at the fields of the form where they can be mended, and the rest. */
export type PlacedIssues = { readonly errors: FieldErrors; readonly elsewhere: readonly Issue[] };

/**
 * An issue belongs to the field at its path; else to the field that holds its path; else to the first field below it
 * (weights that do not sum belong to the first weight).
 */
export function placeIssues(issues: readonly Issue[], names: readonly string[]): PlacedIssues {
  const errors: Record<string, string> = {};
  const elsewhere: Issue[] = [];
  for (const issue of issues) {
    const name = fieldOf(issue.path, names);
    if (name === undefined) elsewhere.push(issue);
    else errors[name] = [errors[name], issue.message].filter(Boolean).join(" ");
  }
  return { errors, elsewhere };
}

/** A fault of something new, where its form has it. */
export function asInForm(issue: Issue, pointers: ReadonlyMap<string, string>): Issue {
  const found = [...pointers]
    .toSorted(([, first], [, second]) => second.length - first.length)
    .find(([, at]) => issue.path === at || issue.path.startsWith(`${at}/`));
  return found === undefined ? issue : { ...issue, path: `${found[0]}${issue.path.slice(found[1].length)}` };
}

function fieldOf(path: string, names: readonly string[]): string | undefined {
  return (
    names.find((name) => name === path) ??
    names.find((name) => path.startsWith(`${name}/`)) ??
    names.find((name) => name.startsWith(`${path}/`))
  );
}
