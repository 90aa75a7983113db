import type { ActionFunctionArgs } from "@remix-run/node";
import type { Issue } from "../../scenarios/model/issue";
import type { Scenario } from "../../scenarios/model/scenario";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound, requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import type { SaveOutcome } from "../services/saving";
import { type Edited, editFields, type FieldErrors, UnknownField, type Versions } from "./edit-fields";
import { followLines } from "./follow-lines";
import { LISTS } from "./lists";
import { goneAnswer } from "./gone-answer";
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
  // Without script the form is drawn anew, and what it was about is not there: another page keeps what was typed.
  if (answer.outcome === "gone" && asksForPage(args.request)) throw answerAsData(answer);
  if ("values" in answer) return answerAsData(answer);
  const isSaved = answer.outcome === "saved";
  const page = pageAfter(scenarioHref(scenarioKeyOf(args)), isSaved ? answer.added : undefined);
  return safeRedirect(`${page}?saved=${isSaved ? answer.revision : "nothing"}`);
}

/** Whether a browser shows the answer as a page; else the page that is there takes it in. */
const asksForPage = ({ headers }: Request): boolean => headers.get("Accept")?.includes("text/html") === true;

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
  const [{ scenario: now, revision }, seen] = await Promise.all([
    requireScenario(args),
    services.loadRevision(key, baseRevision),
  ]);
  if (seen === null) throw badRequest();

  const submission = { ...sent, fields: prepare?.(seen, sent) ?? sent.fields };
  const asSeen = edit({ seen, now }, submission);
  const typed = Object.fromEntries(asSeen.changed.map((name) => [name, sent.fields[name] ?? ""]));
  const values = { ...sent.options, ...typed };
  const refuse = (errors: FieldErrors): SaveAnswer => {
    return { outcome: "refused", errors, elsewhere: [], values, baseRevision };
  };
  if (!asSeen.ok) return refuse(asSeen.errors);
  const followed = followLines({ seen, now }, asSeen.changed);
  if (followed.gone.length > 0) {
    const history = (await services.loadHistory(key)) ?? [];
    const asked = { history, baseRevision, reason, typed, href: scenarioHref(key) };
    return { ...goneAnswer(seen, followed.gone, asked), values };
  }
  const { names, moved } = followed;
  const edited =
    moved.length === 0 ? asSeen : edit({ seen: followed.seen, now }, asTheyStand(submission, names));
  if (!edited.ok) return refuse(edited.errors);
  if (edited.operations.length === 0) return { outcome: "unchanged" };

  const change = { name: submission.change ?? edited.name, operations: edited.operations };
  const request = {
    ...{ baseRevision, change },
    ...(reason === null ? {} : { reason }),
    ...(moved.length === 0 ? {} : { rebased: { paths: moved, revision } }),
  };
  const saved = await services.saveChange(key, request, authorshipOf(args));
  return answerOf(saved, {
    ...{ now, values, baseRevision, href: scenarioHref(key) },
    names: moved.length === 0 ? new Map(Object.keys(sent.fields).map((name) => [name, name])) : names,
    pointers: edited.pointers,
  });
}

type Asked = {
  readonly now: Scenario;
  readonly values: Readonly<Record<string, string>>;
  readonly baseRevision: number;
  /** The fields that were sent, with what they are called now. */
  readonly names: ReadonlyMap<string, string>;
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
      const inForm = saved.issues.map((issue) => asInForm(issue, pointers));
      const { errors: asNow, elsewhere } = placeIssues(inForm, [...names.values()]);
      const sent = [...names].filter(([, called]) => asNow[called] !== undefined);
      const errors = Object.fromEntries(sent.map(([name, called]) => [name, asNow[called] ?? ""]));
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

/** A submission of what the person typed and of nothing else, with its fields called as they are now. */
function asTheyStand(submission: Submission, names: ReadonlyMap<string, string>): Submission {
  const fields = [...names].map(([typed, now]) => [now, submission.fields[typed] ?? ""]);
  return { ...submission, fields: Object.fromEntries(fields) as Submission["fields"] };
}

/** A fault that lies on another page leads there. */
function linkTo({ path, message }: Issue, href: string): { readonly text: string; readonly href?: string } {
  const [, section, id] = path.split("/");
  if (section === "provisions" && id !== undefined) return { text: message, href: `${href}/lots/${id}` };
  if (section === "priorities") return { text: message, href: `${href}/priorities/${priorityForm(path)}` };
  const list = LISTS.find(({ pattern }) => pattern.startsWith(`/${section ?? ""}/`));
  return list === undefined ? { text: message } : { text: message, href: `${href}/${list.page}` };
}
