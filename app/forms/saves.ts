import type { SaveAnswer, ShownClash } from "./save-answer";

/**
 * What was typed on a page and is on its way into the scenario. Nothing typed is lost: a draft goes only when its value
 * is in the scenario, or when the person drops it.
 */
export type Saves = {
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Edits that wait for their turn: one is sent at a time, each on top of what the page has seen by then. */
  readonly waiting: readonly Edit[];
  readonly sending: Edit | null;
  /** The revision that the last save made; the next edit waits until the page shows it. */
  readonly savedRevision: number;
  /** The revision that the page shows: what is typed now is typed over that. */
  readonly shownRevision: number;
  /** Faults that the last edit would make on other pages. */
  readonly elsewhere: readonly { readonly text: string; readonly href?: string }[];
};

/** Fields that are saved together, by name, as typed. */
export type Edit = Readonly<Record<string, string>>;

export type Draft = {
  readonly text: string;
  /** The revision that the person saw when they typed it, whatever the page shows by now. */
  readonly base: number;
  /** The fields that were sent with it, itself among them: they are saved or refused as one. */
  readonly together: readonly string[];
  /** `failed`: not sent, not answered, or nowhere to save it, so it may be tried again as it is. */
  readonly state: "waiting" | "saved" | "refused" | "conflict" | "failed";
  /** Failed because nobody is signed in any more: after signing in it goes on. */
  readonly needsSignIn?: true;
  readonly message?: string;
  readonly clash?: ShownClash;
};

export type SaveEvent =
  | { readonly type: "typed"; readonly edit: Edit }
  /** Typed, but some of it cannot be read or something is still needed: kept and not sent. Messages by field. */
  | { readonly type: "held"; readonly edit: Edit; readonly messages: Readonly<Record<string, string>> }
  /** Not even a field of its own: said, and nothing is kept. */
  | { readonly type: "rejected"; readonly reason: string }
  | { readonly type: "sent" }
  | { readonly type: "answered"; readonly answer: SaveAnswer }
  | { readonly type: "failed"; readonly message: string; readonly needsSignIn?: boolean }
  | { readonly type: "retried" }
  /** The person takes what is there instead: drops a refused edit, or keeps the other one's value. */
  | { readonly type: "dropped"; readonly names: readonly string[] }
  /** The person's value stands, although somebody else changed the field. */
  | { readonly type: "insisted"; readonly names: readonly string[] }
  /** The page shows this revision now. */
  | { readonly type: "shown"; readonly revision: number };

export const NO_SAVES: Saves = {
  ...{ drafts: {}, waiting: [], sending: null, elsewhere: [] },
  ...{ savedRevision: 0, shownRevision: 0 },
};

export function nextSaves(saves: Saves, event: SaveEvent): Saves {
  switch (event.type) {
    case "typed":
      return queue(saves, withSiblings(saves, event.edit));
    case "held":
      return withDrafts(saves, heldDrafts(saves, event.edit, event.messages));
    case "rejected":
      return { ...saves, elsewhere: [{ text: event.reason }] };
    case "sent": {
      const [edit, ...waiting] = saves.waiting;
      return edit === undefined || saves.sending !== null
        ? saves
        : { ...saves, sending: edit, waiting, elsewhere: [] };
    }
    case "answered":
      return saves.sending === null ? saves : answered(saves, saves.sending, event.answer);
    case "failed":
      return saves.sending === null
        ? saves
        : settle(saves, saves.sending, () => ({
            ...{ state: "failed", message: event.message },
            ...(event.needsSignIn === true ? { needsSignIn: true } : {}),
          }));
    case "retried":
      return queue(
        saves,
        textsOf(saves, (draft) => draft.state === "failed"),
      );
    case "insisted":
      return queue(
        saves,
        textsOf(saves, ({ together }) => shares(together, event.names)),
      );
    case "dropped":
      return drop(saves, event.names);
    case "shown":
      return {
        ...saves,
        shownRevision: event.revision,
        drafts: without(
          saves.drafts,
          (_, { state }) => state === "saved" && event.revision >= saves.savedRevision,
        ),
      };
  }
}

/** The edit that may be sent now: one at a time, and each when the page shows what the last one made. */
export function editToSend({ waiting, sending, savedRevision, shownRevision }: Saves): Edit | null {
  return sending === null && shownRevision >= savedRevision ? (waiting[0] ?? null) : null;
}

/**
 * The revision on which an edit was made: the earliest that the person saw under any of its fields, so that what others
 * did to one of them since is asked about, also where the page has moved on while the text waited. It is later than what
 * the page shows where the person has answered the question already.
 */
export function baseOf({ drafts, shownRevision }: Saves, edit: Edit): number {
  return Math.min(...Object.keys(edit).map((name) => drafts[name]?.base ?? shownRevision));
}

/** Whether something typed waits for somebody to sign in again. */
export function needsSignIn({ drafts }: Saves): boolean {
  return Object.values(drafts).some((draft) => draft.needsSignIn === true);
}

/** Whether something typed is not in the scenario yet. */
export function hasUnsaved({ drafts }: Saves): boolean {
  return Object.values(drafts).some(({ state }) => state !== "saved");
}

/** Fields that were refused together are tried together again, when one of them has been corrected. */
function withSiblings(saves: Saves, edit: Edit): Edit {
  const names = Object.keys(edit);
  return {
    ...textsOf(saves, ({ state, together }) => state === "refused" && shares(together, names)),
    ...edit,
  };
}

function heldDrafts(saves: Saves, edit: Edit, messages: Readonly<Record<string, string>>): Saves["drafts"] {
  const whole = withSiblings(saves, edit);
  const together = Object.keys(whole);
  return Object.fromEntries(
    Object.entries(whole).map(([name, text]): [string, Draft] => {
      const message = name in edit ? messages[name] : saves.drafts[name]?.message;
      const base = baseUnder(saves, name);
      return [
        name,
        { text, base, together, state: "refused", ...(message === undefined ? {} : { message }) },
      ];
    }),
  );
}

const shares = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((name) => others.includes(name));

/** Where only one field of several clashed, the others are still wanted. */
function drop(saves: Saves, names: readonly string[]): Saves {
  const stillWanted = textsOf(
    saves,
    (draft, name) =>
      draft.state === "conflict" &&
      draft.clash === undefined &&
      !names.includes(name) &&
      shares(draft.together, names),
  );
  const drafts = without(saves.drafts, (name) => names.includes(name));
  return queue({ ...saves, drafts, elsewhere: [] }, stillWanted);
}

function queue(saves: Saves, edit: Edit): Saves {
  if (Object.keys(edit).length === 0) return saves;
  const together = Object.keys(edit);
  const drafts = Object.entries(edit).map(([name, text]): [string, Draft] => [
    name,
    { text, base: baseUnder(saves, name), together, state: "waiting" },
  ]);
  return { ...withDrafts(saves, Object.fromEntries(drafts)), waiting: [...saves.waiting, edit] };
}

/** What the person saw under a field: what they typed there before, else what the page shows. */
function baseUnder({ drafts, shownRevision }: Saves, name: string): number {
  return drafts[name]?.base ?? shownRevision;
}

function answered(saves: Saves, edit: Edit, answer: SaveAnswer): Saves {
  switch (answer.outcome) {
    case "saved":
      return {
        ...settle(saves, edit, () => ({ state: "saved" }), answer.revision),
        savedRevision: answer.revision,
      };
    case "unchanged":
      return settle(saves, edit, () => null);
    case "refused": {
      const { errors, elsewhere } = answer;
      const kept = settle(saves, edit, (name) => {
        const message = errors[name];
        return { state: "refused", ...(message === undefined ? {} : { message }) };
      });
      return { ...kept, elsewhere };
    }
    case "gone":
      return settle(saves, edit, () => ({ state: "failed", message: answer.message }));
    case "conflict":
      return settle(saves, edit, (name) => {
        const clash = answer.clashes.find((one) => one.name === name);
        return { state: "conflict", ...(clash === undefined ? {} : { clash }), base: answer.baseRevision };
      });
  }
}

/**
 * The drafts of an edit after its answer; what was typed again meanwhile waits for its own, over the revision that this
 * one made.
 */
function settle(
  saves: Saves,
  edit: Edit,
  stateAfter: (
    name: string,
  ) => (Partial<Pick<Draft, "base">> & Omit<Draft, "text" | "together" | "base">) | null,
  revision?: number,
): Saves {
  const typedAgain = new Set(saves.waiting.flatMap(Object.keys));
  const names = Object.keys(edit).filter((name) => !typedAgain.has(name));
  const together = Object.keys(edit);
  const after = names.flatMap((name): [string, Draft][] => {
    const state = stateAfter(name);
    const base = revision ?? baseUnder(saves, name);
    return state === null ? [] : [[name, { text: edit[name] ?? "", base, together, ...state }]];
  });
  const others = Object.fromEntries(
    Object.entries(without(saves.drafts, (name) => names.includes(name))).map(([name, draft]) => [
      name,
      revision !== undefined && name in edit ? { ...draft, base: revision } : draft,
    ]),
  );
  return { ...saves, sending: null, drafts: { ...others, ...Object.fromEntries(after) } };
}

const withDrafts = (saves: Saves, drafts: Saves["drafts"]): Saves => ({
  ...saves,
  drafts: { ...saves.drafts, ...drafts },
});

function without(drafts: Saves["drafts"], isGone: (name: string, draft: Draft) => boolean): Saves["drafts"] {
  return Object.fromEntries(Object.entries(drafts).filter(([name, draft]) => !isGone(name, draft)));
}

function textsOf({ drafts }: Saves, isWanted: (draft: Draft, name: string) => boolean): Edit {
  const wanted = Object.entries(drafts).filter(([name, draft]) => isWanted(draft, name));
  return Object.fromEntries(wanted.map(([name, { text }]) => [name, text]));
}
