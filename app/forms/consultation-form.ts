import type { ConsultationDraft } from "../../scenarios/consultation/parse-consultation";
import type { Issue } from "../../scenarios/model/issue";
import { readValue } from "./read-value";

/** What the form holds as text, to be shown again as it was typed. */
export type ConsultationTexts = {
  readonly name: string;
  readonly introduction: string;
  readonly scenarios: readonly string[];
  readonly questions: string;
  readonly opens: string;
  readonly closes: string;
  readonly silence: string;
  readonly smallNumberThreshold: string;
};

export function readConsultationTexts(form: FormData): ConsultationTexts {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return {
    name: text("name"),
    introduction: text("introduction"),
    scenarios: form.getAll("scenarios").filter((value) => typeof value === "string"),
    questions: text("questions"),
    opens: text("opens"),
    closes: text("closes"),
    silence: text("silence"),
    smallNumberThreshold: text("smallNumberThreshold"),
  };
}

/** Scenarios come as `llr-2015-s1@3`, the revision that the person saw; dates as people write them. */
export function draftOf(texts: ConsultationTexts): ConsultationDraft {
  return {
    ...texts,
    scenarios: texts.scenarios.flatMap((pick) => {
      const [, scenario = "", revision = ""] = /^([^@]+)@([1-9]\d{0,8})$/.exec(pick) ?? [];
      return scenario === "" ? [] : [{ scenario, revision: Number(revision) }];
    }),
    opens: readDay(texts.opens),
    closes: readDay(texts.closes),
  };
}

/** A day as ISO text; what cannot be read stays as it was typed, for the message that names it. */
export function readDay(typed: string): string {
  const read = readValue("date", typed);
  return read.ok && typeof read.value === "string" ? read.value : typed.trim();
}

/** Each fault at the field of its path: the name of a field is its path without the first slash. */
export function faultsByField(issues: readonly Issue[]): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const { path, message } of issues) {
    const name = path.slice(1);
    faults[name] = [faults[name], message].filter(Boolean).join(" ");
  }
  return faults;
}

/** One line of a form, or of a button that was pressed. */
export async function readPlainForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    return new FormData(); // Not a form at all: it says nothing.
  }
}
