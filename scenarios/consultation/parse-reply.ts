import { isList, isObject, type Json, type JsonObject } from "../changes/json";
import { toPlainJson } from "../document/plain-json";
import { shown } from "../document/words";
import type { Id } from "../model/identifiers";
import type { Issue } from "../model/issue";
import { formatMoney, isMoneyText, parseMoney } from "../model/money";
import type { Option } from "../model/scenario";
import type { Asked, AskedRound } from "./consultation";
import { DECISIONS, type Ranks, type Reply, type RoundReply, SIGN_OFF_LEVELS } from "./reply";

export type ParsedReply =
  | { readonly ok: true; readonly reply: Reply }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Characters of one text of a reply. */
export const REPLY_TEXT_LIMIT = 4000;
const OPTIONS: readonly Option[] = ["A", "B", "C"];

/**
 * Unknown to a reply that answers what was asked, or to every issue at once. Empty text counts as not given. Paths
 * go by scenario and round: `/rounds/s1/districts/maximum`, `/signOff`, `/answers/q1`; messages name the field, the
 * value and the remedy. What nobody asked (another round, another question, another field) is an issue too.
 *
 * Example: `maximum: "fifty"` gives `Most you would pay a year is "fifty"; write pounds, such as 50000.00.`
 */
export function parseReply(input: unknown, asked: Asked): ParsedReply {
  const { value, faults } = toPlainJson(input);
  if (faults.length > 0 || !isObject(value)) {
    return {
      ok: false,
      issues: [issue("", "not-a-reply", "This is not a reply: use the form, or the pack.")],
    };
  }
  const issues: Issue[] = [
    ...unknownFields(value, "", ["organisation", "rounds", "signOff", "repliedBy", "comments", "answers"]),
    ...foreignRounds(value["rounds"], asked),
  ];
  const read = reader(issues);
  const rounds = asked.rounds.map((round) =>
    parseRound(roundIn(value["rounds"], round), round, asked, issues),
  );
  const signOff = read.oneOf(
    value,
    { path: "/signOff", name: "Who has agreed to this reply" },
    SIGN_OFF_LEVELS,
  );
  const repliedBy = read.text(value, { path: "/repliedBy", name: "Your name and post" });
  if (repliedBy === null && !issues.some(({ path }) => path === "/repliedBy")) {
    issues.push(
      issue(
        "/repliedBy",
        "missing",
        "Your name and post is missing; write who replies for the organisation.",
      ),
    );
  }
  const comments = read.text(value, { path: "/comments", name: "Comments" });
  const answers = parseAnswers(value["answers"], asked, issues);
  if (value["organisation"] !== undefined && value["organisation"] !== asked.organisation) {
    issues.push(
      issue(
        "/organisation",
        "another-organisation",
        `Organisation is ${shown(value["organisation"])}; this reply is for ${shown(asked.organisation)} only.`,
      ),
    );
  }
  if (issues.length > 0 || signOff === null || repliedBy === null) return { ok: false, issues };
  return {
    ok: true,
    reply: {
      organisation: asked.organisation,
      rounds: rounds as RoundReply[],
      signOff,
      repliedBy,
      ...(comments === null ? {} : { comments }),
      answers,
    },
  };
}

function parseRound(
  given: JsonObject,
  asked: AskedRound,
  { rounds }: Asked,
  issues: Issue[],
): RoundReply | null {
  const base = `/rounds/${asked.scenario}/${asked.round}`;
  const where = rounds.length === 1 ? "" : ` (${asked.scenarioName})`;
  const read = reader(issues);
  const at = (field: string, name: string) => ({ path: `${base}/${field}`, name: `${name}${where}` });
  const { scenario, round } = asked;
  const known = ["scenario", "round", "decision", "ranks", "buyInUnits", "maximum", "conditions"];
  issues.push(...unknownFields(given, base, known));

  const decision = read.oneOf(given, at("decision", "Your decision"), DECISIONS);
  const buyInUnits = read.units(given, at("buyInUnits", "Units that you would buy a year"), asked.mostUnits);
  const maximum = read.pounds(given, at("maximum", "Most you would pay a year"));
  const conditions = read.text(given, at("conditions", "Conditions"));
  const ranks = parseRanks(given["ranks"], asked, at("ranks", "Order of the options"), issues);
  if (decision === null) return null;

  if (decision === "takes-options" && !Object.values(ranks).includes(1)) {
    const { path, name } = at("ranks", "Order of the options");
    issues.push(
      issue(path, "missing", `${name} has no first choice; put 1 beside the option that you would take.`),
    );
  }
  if (decision !== "takes-options" && Object.keys(ranks).length > 0) {
    const { path, name } = at("ranks", "Order of the options");
    issues.push(
      issue(
        path,
        "exclude-each-other",
        `${name} is given, though you take none; clear the order or change the decision.`,
      ),
    );
  }
  const units = at("buyInUnits", "Units that you would buy a year");
  const hasUnits = typeof given["buyInUnits"] === "string" && given["buyInUnits"].trim() !== "";
  if (ranks.A !== undefined && !hasUnits) {
    issues.push(
      issue(units.path, "missing", `${units.name} is missing, though option A has a place; write how many.`),
    );
  }
  if (ranks.A === undefined && buyInUnits !== null) {
    const message = `${units.name} is ${shown(buyInUnits)}, though option A has no place; give A a place or clear the units.`;
    issues.push(issue(units.path, "exclude-each-other", message));
  }
  return {
    ...{ scenario, round, decision },
    ...(decision === "takes-options" ? { ranks } : {}),
    ...(buyInUnits === null ? {} : { buyInUnits }),
    ...(maximum === null ? {} : { maximum }),
    ...(conditions === null ? {} : { conditions }),
  };
}

function parseRanks(
  given: Json | undefined,
  asked: AskedRound,
  { path, name }: Field,
  issues: Issue[],
): Ranks {
  if (given === undefined) return {};
  if (!isObject(given)) {
    issues.push(
      issue(path, "wrong-type", `${name} is ${shown(given)}; give each option the place 1, 2 or 3, or none.`),
    );
    return {};
  }
  issues.push(...unknownFields(given, path, OPTIONS));
  const ranks: Partial<Record<Option, 1 | 2 | 3>> = {};
  for (const option of OPTIONS) {
    const place = textOf(given[option]);
    if (place === "") continue;
    if (!asked.options.includes(option)) {
      const message = `Option ${option} has the place ${shown(place)}, but is not offered here; leave it empty.`;
      issues.push(issue(`${path}/${option}`, "not-offered", message));
    } else if (place === "1" || place === "2" || place === "3") ranks[option] = Number(place) as 1 | 2 | 3;
    else {
      const message = `Place of option ${option} is ${shown(given[option])}; write 1, 2 or 3, or leave it empty.`;
      issues.push(issue(`${path}/${option}`, "not-one-of", message));
    }
  }
  return ranks;
}

function parseAnswers(given: Json | undefined, { questions }: Asked, issues: Issue[]): Record<Id, string> {
  if (given === undefined) return {};
  if (!isObject(given)) {
    issues.push(
      issue("/answers", "wrong-type", `Answers are ${shown(given)}; answer each question in its field.`),
    );
    return {};
  }
  issues.push(
    ...unknownFields(
      given,
      "/answers",
      questions.map(({ id }) => id),
    ),
  );
  const read = reader(issues);
  const answers: Record<Id, string> = {};
  for (const [place, { id }] of questions.entries()) {
    const answer = read.text(given, { path: `/answers/${id}`, name: `Answer to question ${place + 1}` });
    if (answer !== null) answers[id] = answer;
  }
  return answers;
}

type Field = { readonly path: string; readonly name: string };

/** Reads single fields by the last part of their path; null when it is not given, or refused with an issue. */
function reader(issues: Issue[]) {
  const refuse = ({ path, name }: Field, value: unknown, code: string, remedy: string): null => {
    const state = value === undefined || value === "" ? "is missing" : `is ${shown(value)}`;
    issues.push(issue(path, code, `${name} ${state}; ${remedy}.`));
    return null;
  };
  const given = (from: JsonObject, { path }: Field): Json | undefined => {
    const value = from[path.slice(path.lastIndexOf("/") + 1)];
    return typeof value === "string" && value.trim() === "" ? undefined : value;
  };
  return {
    oneOf<Value extends string>(from: JsonObject, field: Field, values: readonly Value[]): Value | null {
      const value = given(from, field);
      const found = values.find((known) => known === value);
      return (
        found ??
        refuse(field, value, value === undefined ? "missing" : "not-one-of", "choose one of the list")
      );
    },
    text(from: JsonObject, field: Field): string | null {
      const value = given(from, field);
      if (value === undefined) return null;
      if (typeof value !== "string") return refuse(field, value, "wrong-type", "write text");
      if (value.length <= REPLY_TEXT_LIMIT) return value.replace(/\r\n?/g, "\n").trim();
      const limit = REPLY_TEXT_LIMIT.toLocaleString("en-GB");
      return refuse(field, value, "too-long", `shorten it to ${limit} characters`);
    },
    pounds(from: JsonObject, field: Field): string | null {
      const value = given(from, field);
      if (value === undefined) return null;
      const isPounds = typeof value === "string" && isMoneyText(value) && /^\d{1,12}(\.|$)/.test(value);
      if (!isPounds) return refuse(field, value, "wrong-form", "write pounds, such as 50000.00");
      return formatMoney(parseMoney(value));
    },
    units(from: JsonObject, field: Field, most: string | null): string | null {
      const value = given(from, field);
      if (value === undefined) return null;
      const isNumber = typeof value === "string" && /^\d{1,9}(\.\d{1,6})?$/.test(value) && Number(value) > 0;
      if (!isNumber) return refuse(field, value, "wrong-form", "write a number above 0, such as 300");
      if (most === null || Number(value) <= Number(most)) return value;
      return refuse(field, value, "beyond-bands", `the prices reach ${most} at most`);
    },
  };
}

function issue(path: string, code: string, message: string): Issue {
  return { path, code, message };
}

function unknownFields(given: JsonObject, base: string, known: readonly string[]): Issue[] {
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) =>
      issue(`${base}/${key}`, "unknown-field", `Field ${shown(key)} is not part of this reply; remove it.`),
    );
}

/** The answer to a round among those that came; the first when it came twice, which is an issue of its own. */
function roundIn(given: Json | undefined, asked: AskedRound): JsonObject {
  const rounds = isList(given) ? given.filter(isObject) : [];
  return rounds.find(({ scenario, round }) => scenario === asked.scenario && round === asked.round) ?? {};
}

function foreignRounds(given: Json | undefined, asked: Asked): Issue[] {
  if (given === undefined) return [];
  if (!isList(given))
    return [issue("/rounds", "wrong-type", "The rounds are not a list; use the form, or the pack.")];
  const seen = new Set<string>();
  return given.flatMap((entry, place) => {
    const [scenario, round] = isObject(entry)
      ? [textOf(entry["scenario"]), textOf(entry["round"])]
      : ["", ""];
    const key = `${scenario}/${round}`;
    const isAsked = asked.rounds.some((one) => one.scenario === scenario && one.round === round);
    const isNew = !seen.has(key);
    seen.add(key);
    if (isAsked && isNew) return [];
    const why = isAsked ? "is answered twice; keep one" : "was not asked; remove it";
    return [issue(`/rounds/${place}`, isAsked ? "repeated" : "not-asked", `Round ${shown(key)} ${why}.`)];
  });
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}
