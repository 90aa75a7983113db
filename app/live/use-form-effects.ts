import { type FormEvent, useState } from "react";
import { useLocation, useParams } from "@remix-run/react";
import { readSubmission, type Submission } from "../forms/submission";
import { scenarioHref } from "../lib/scenario-route";
import type { Effects } from "../reports/effects";
import { type LiveState, useLiveFigures } from "./use-live-figures";

export type FormEffects = {
  /** What saving the form as it is now would move; nothing where nothing is typed. */
  readonly effects: Effects | null;
  readonly live: LiveState;
  /** For the form: reads it as the server would. */
  readonly onInput: (event: FormEvent<HTMLFormElement>) => void;
  readonly onFocus: () => void;
};

/** What a form does to the whole scenario, while someone types into it. `revision`: the one that its fields show. */
export function useFormEffects(revision: number): FormEffects {
  const { plan = "", scenario = "" } = useParams();
  const { key } = useLocation();
  const [typed, setTyped] = useState<Typed>({ key, form: null });
  const form = typed.key === key ? typed.form : null; // It was sent, or opened again.
  const { shown, live, getReady } = useLiveFigures<Effects | null>({
    ...{ page: "effects", subject: "", href: scenarioHref({ plan, scenario }), saved: null },
    revision: form?.baseRevision ?? revision,
    typed: form?.fields ?? {},
    ...(form === null || form.create.length === 0
      ? {}
      : { additions: { create: form.create, like: form.like } }),
  });
  return {
    effects: shown,
    live,
    onInput: ({ currentTarget }) => setTyped({ key, form: readPlainForm(currentTarget) }),
    onFocus: getReady,
  };
}

type Typed = { readonly key: string; readonly form: Submission | null };

/** A form that asks besides its fields how they are meant is understood by the server alone. */
function readPlainForm(element: HTMLFormElement): Submission | null {
  const form = readSubmission(new FormData(element));
  return form === null || Object.keys(form.options).length > 0 ? null : form;
}
