import type { ActionFunctionArgs } from "@remix-run/node";
import type { Issue } from "../../scenarios/model/issue";
import type { Scenario } from "../../scenarios/model/scenario";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import type { SaveOutcome } from "../services/services";
import { type Edited, editFields, UnknownField, type Versions } from "./edit-fields";
import { LISTS } from "./lists";
import { asInForm, placeIssues } from "./place-issues";
import { priorityForm } from "./priority-labels";
import { type SaveAnswer, STATUS_OF } from "./save-answer";
import { showClashes } from "./show-clashes";
import { readSubmission, type Submission } from "./submission";

/** The action of every page with a form: saved, it leads on and says so; else the page is shown with what was typed. */
export async function answerForm(
  args: ActionFunctionArgs,
  pageAfter: (scenarioHref: string, added?: Readonly<Record<string, string>>) => string,
  prepare?: Prepare,
): Promise<Response> {
  const answer = await saveEdit(args, prepare);
  if (answer.outcome === "refused" || answer.outcome === "conflict") return answerAsData(answer);
  const isSaved = answer.outcome === "saved";
  const page = pageAfter(scenarioHref(scenarioKeyOf(args)), isSaved ? answer.added : undefined);
  return safeRedirect(`${page}?saved=${isSaved ? answer.revision : "nothing"}`);
}

export function answerAsData(answer: SaveAnswer): Response {
  return Response.json(answer, { status: STATUS_OF[answer.outcome] });
}

/** What a form means beyond its fields: the fields that it stands for, such as weights that make room for a new one. */
export type Prepare = (seen: Scenario, sent: Pick<Submission, "fields" | "options">) => Submission["fields"];

/** Saves what a form or a grid sends, as one named change on top of the newest revision. */
export async function saveEdit(args: ActionFunctionArgs, prepare?: Prepare): Promise<SaveAnswer> {
  const { services } = args.context;
  const key = scenarioKeyOf(args);
  const sent = await requireSubmission(args.request);
  const { baseRevision, reason } = sent;
  const [{ scenario: now }, seen] = await Promise.all([
    requireScenario(args),
    services.loadRevision(key, baseRevision),
  ]);
  if (seen === null) throw badRequest();

  const submission = { ...sent, fields: prepare?.(seen, sent) ?? sent.fields };
  const edited = edit({ seen, now }, submission);
  const typed = Object.fromEntries(edited.changed.map((name) => [name, sent.fields[name] ?? ""]));
  const values = { ...sent.options, ...typed };
  if (!edited.ok) return { outcome: "refused", errors: edited.errors, elsewhere: [], values, baseRevision };
  if (edited.operations.length === 0) return { outcome: "unchanged" };

  const change = { name: submission.change ?? edited.name, operations: edited.operations };
  const request = { baseRevision, change, ...(reason === null ? {} : { reason }) };
  const saved = await services.saveChange(key, request, authorshipOf(args));
  return answerOf(saved, {
    ...{ now, values, baseRevision, href: scenarioHref(key) },
    names: Object.keys(sent.fields),
    pointers: edited.pointers,
  });
}

type Asked = {
  readonly now: Scenario;
  readonly values: Readonly<Record<string, string>>;
  readonly baseRevision: number;
  readonly names: readonly string[];
  readonly href: string;
  readonly pointers: ReadonlyMap<string, string>;
};

function answerOf(
  saved: SaveOutcome,
  { now, values, baseRevision, names, href, pointers }: Asked,
): SaveAnswer {
  switch (saved.outcome) {
    case "saved":
      return {
        ...{ outcome: "saved", revision: saved.revision },
        ...(pointers.size === 0 ? {} : { added: Object.fromEntries(pointers) }),
      };
    case "conflict": {
      const clashes = showClashes(now, saved.clashes, values);
      return { outcome: "conflict", clashes, values, baseRevision: saved.revision };
    }
    case "refused": {
      const { errors, elsewhere } = placeIssues(
        saved.issues.map((issue) => asInForm(issue, pointers)),
        names,
      );
      const links = elsewhere.map((issue) => linkTo(issue, href));
      return { outcome: "refused", errors, elsewhere: links, values, baseRevision };
    }
    case "missing":
      throw notFound();
  }
}

const badRequest = (): Response =>
  new Response("The planner cannot read this form. Reload the page and try again.", { status: 400 });

async function requireSubmission(request: Request): Promise<Submission> {
  const submission = await request.formData().then(readSubmission, () => null);
  if (submission === null) throw badRequest();
  return submission;
}

function edit(versions: Versions, { fields, takeTheirs, create, like }: Submission): Edited {
  const mine = Object.entries(fields).filter(([name]) => !takeTheirs.includes(name));
  try {
    return editFields(versions, Object.fromEntries(mine), { create, like });
  } catch (error) {
    if (error instanceof UnknownField) throw badRequest();
    throw error;
  }
}

/** A fault that lies on another page leads there. */
function linkTo({ path, message }: Issue, href: string): { readonly text: string; readonly href?: string } {
  const [, section, id] = path.split("/");
  if (section === "provisions" && id !== undefined) return { text: message, href: `${href}/lots/${id}` };
  if (section === "priorities") return { text: message, href: `${href}/priorities/${priorityForm(path)}` };
  const list = LISTS.find(({ pattern }) => pattern.startsWith(`/${section ?? ""}/`));
  return list === undefined ? { text: message } : { text: message, href: `${href}/${list.page}` };
}
