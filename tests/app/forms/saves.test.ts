import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SaveAnswer } from "../../../app/forms/save-answer";
import {
  baseOf,
  editToSend,
  hasUnsaved,
  NO_SAVES,
  nextSaves,
  type SaveEvent,
  type Saves,
} from "../../../app/forms/saves";

const PRICE = "/provisions/joint/price/annual";
const END = "/provisions/joint/end";

const after = (...events: readonly SaveEvent[]): Saves => events.reduce(nextSaves, NO_SAVES);
const toSend = (saves: Saves, revision: number) => editToSend(nextSaves(saves, { type: "shown", revision }));
const typed = (edit: Readonly<Record<string, string>>): SaveEvent => ({ type: "typed", edit });
const answered = (answer: SaveAnswer): SaveEvent => ({ type: "answered", answer });
const SENT: SaveEvent = { type: "sent" };
const SAVED = answered({ outcome: "saved", revision: 2 });
const refused = (errors: Readonly<Record<string, string>>): SaveEvent =>
  answered({ outcome: "refused", errors, elsewhere: [], values: {}, baseRevision: 1 });
const conflict = (name: string, yours: string, theirs: string): SaveEvent =>
  answered({
    outcome: "conflict",
    clashes: [{ name, label: "Annual price", yours, theirs, by: "Another", at: "2 February 2015, 09:30" }],
    values: {},
    baseRevision: 2,
  });

describe("what is typed is saved", () => {
  test("and goes from the screen as a draft only when the page shows the revision that holds it", () => {
    const saves = after(typed({ [PRICE]: "1" }), SENT, SAVED);
    expect(saves.drafts[PRICE]?.state).toBe("saved");
    expect(nextSaves(saves, { type: "shown", revision: 1 }).drafts[PRICE]?.text).toBe("1");
    expect(nextSaves(saves, { type: "shown", revision: 2 }).drafts).toEqual({});
  });

  test("one edit after the other, each on top of what the page shows by then", () => {
    const first = after(typed({ [PRICE]: "1" }), typed({ [END]: "2" }));
    expect(toSend(first, 1)).toEqual({ [PRICE]: "1" });
    const sending = nextSaves(first, SENT);
    expect(toSend(sending, 1)).toBeNull();
    const saved = nextSaves(sending, SAVED);
    expect(toSend(saved, 1)).toBeNull();
    expect(toSend(saved, 2)).toEqual({ [END]: "2" });
  });

  test("typed again while it is on its way, the newer text stays and is sent next", () => {
    const saves = after(typed({ [PRICE]: "1" }), SENT, typed({ [PRICE]: "12" }), SAVED);
    expect(saves.drafts[PRICE]).toMatchObject({ text: "12", state: "waiting" });
    expect(toSend(saves, 2)).toEqual({ [PRICE]: "12" });
  });

  test("nothing differed: the draft goes", () => {
    expect(after(typed({ [PRICE]: "1" }), SENT, answered({ outcome: "unchanged" })).drafts).toEqual({});
  });
});

describe("what cannot be saved stays on the screen, marked", () => {
  test("with what to do, until it is corrected or dropped", () => {
    const saves = after(typed({ [END]: "2014" }), SENT, refused({ [END]: "Move the end." }));
    expect(saves.drafts[END]).toMatchObject({ text: "2014", state: "refused", message: "Move the end." });
    expect(hasUnsaved(saves)).toBe(true);
    expect(toSend(saves, 1)).toBeNull();
    expect(toSend(nextSaves(saves, typed({ [END]: "2018" })), 1)).toEqual({ [END]: "2018" });
    expect(nextSaves(saves, { type: "dropped", names: [END] }).drafts).toEqual({});
  });

  test("what cannot be read is not sent", () => {
    const saves = after({ type: "held", edit: { [END]: "soon" }, messages: { [END]: "Write a day." } });
    expect(saves.drafts[END]).toMatchObject({ text: "soon", message: "Write a day." });
    expect(toSend(saves, 1)).toBeNull();
  });

  test("a block with one bad cell waits as a whole, and goes as a whole when that cell is corrected", () => {
    const block = { [PRICE]: "1", [END]: "soon" };
    const held = after({ type: "held", edit: block, messages: { [END]: "Write a day." } });
    expect(toSend(held, 1)).toBeNull();
    expect(held.drafts[PRICE]).toMatchObject({ text: "1", state: "refused" });
    const stillHeld = nextSaves(held, {
      type: "held",
      edit: { [PRICE]: "one" },
      messages: { [PRICE]: "Write pounds." },
    });
    expect(stillHeld.drafts[END]?.message).toBe("Write a day.");
    expect(toSend(nextSaves(held, typed({ [END]: "31/3/2018" })), 1)).toEqual({
      [PRICE]: "1",
      [END]: "31/3/2018",
    });
    expect(nextSaves(held, { type: "dropped", names: held.drafts[END]?.together ?? [] }).drafts).toEqual({});
  });

  test("a planner that does not answer may be asked again", () => {
    const failed = after(typed({ [PRICE]: "1", [END]: "2" }), SENT, {
      type: "failed",
      message: "No answer.",
    });
    expect(failed.drafts[PRICE]).toMatchObject({ text: "1", state: "failed", message: "No answer." });
    expect(toSend(nextSaves(failed, { type: "retried" }), 1)).toEqual({ [PRICE]: "1", [END]: "2" });
  });
});

describe("someone else changed the same field", () => {
  const saves = after(typed({ [PRICE]: "1", [END]: "2" }), SENT, conflict(PRICE, "1", "9"));

  test("nothing is sent until the person decides", () => {
    expect(saves.drafts[PRICE]?.clash).toMatchObject({ yours: "1", theirs: "9", by: "Another" });
    expect(toSend(saves, 9)).toBeNull();
  });

  test("to insist sends all that belongs together", () => {
    expect(toSend(nextSaves(saves, { type: "insisted", names: [PRICE] }), 2)).toEqual({
      [PRICE]: "1",
      [END]: "2",
    });
  });

  test("to take the other's value still saves the fields beside it", () => {
    const taken = nextSaves(saves, { type: "dropped", names: [PRICE] });
    expect(taken.drafts[PRICE]).toBeUndefined();
    expect(toSend(taken, 2)).toEqual({ [END]: "2" });
  });
});

test("whatever happens in whatever order, the last text of every field is on the screen or saved or dropped", () => {
  const name = fc.constantFrom(PRICE, END);
  const event = fc.oneof(
    fc
      .record({ name, text: fc.string({ minLength: 1, maxLength: 3 }) })
      .map(({ name: of, text }) => typed({ [of]: text })),
    fc.constant(SENT),
    fc.constantFrom(
      SAVED,
      answered({ outcome: "unchanged" }),
      refused({ [PRICE]: "No." }),
      refused({}),
      conflict(PRICE, "1", "9"),
    ),
    fc.constant<SaveEvent>({ type: "failed", message: "No answer." }),
    fc.constant<SaveEvent>({ type: "retried" }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 25 }), (events) => {
      const last = new Map<string, string>();
      const gone = new Set<string>();
      let saves = NO_SAVES;
      for (const one of events) {
        const isDone = one.type === "answered" && ["saved", "unchanged"].includes(one.answer.outcome);
        const sent = isDone ? Object.keys(saves.sending ?? {}) : [];
        const waiting = new Set(saves.waiting.flatMap((edit) => Object.keys(edit)));
        saves = nextSaves(saves, one);
        for (const field of sent) if (!waiting.has(field)) gone.add(field);
        if (one.type === "typed") {
          for (const [field, text] of Object.entries(one.edit)) {
            last.set(field, text);
            gone.delete(field);
          }
        }
        for (const [field, text] of last) {
          if (!gone.has(field)) expect(saves.drafts[field]?.text).toBe(text);
        }
      }
    }),
    { seed: 2015, numRuns: 500 },
  );
});

describe("an edit is sent with the revision that the person saw when they typed", () => {
  const SHOWN = (revision: number): SaveEvent => ({ type: "shown", revision });

  test("also where the page shows what others did by the time it is sent", () => {
    const failed = after(SHOWN(3), typed({ [PRICE]: "1" }), SENT, { type: "failed", message: "Offline" });
    const retried = [SHOWN(5), { type: "retried" } as const].reduce(nextSaves, failed);
    expect(baseOf(retried, { [PRICE]: "1" })).toBe(3);
    expect(baseOf(retried, { [END]: "2" }), "typed now, over what is shown now").toBe(5);
    expect(baseOf(retried, { [PRICE]: "1", [END]: "2" })).toBe(3);
  });

  test("corrected after a refusal, it still is the one that the first text was typed over", () => {
    const held: SaveEvent = { type: "held", edit: { [END]: "soon" }, messages: { [END]: "Write a day." } };
    const corrected = after(SHOWN(3), held, SHOWN(6), typed({ [END]: "2018" }));
    expect(baseOf(corrected, { [END]: "2018" })).toBe(3);
  });

  test("after a conflict it is the revision whose value the person was shown", () => {
    const events = [SHOWN(1), typed({ [PRICE]: "1" }), SENT, conflict(PRICE, "1", "3"), SHOWN(4)];
    const insisted = after(...events, { type: "insisted", names: [PRICE] });
    expect(baseOf(insisted, { [PRICE]: "1" })).toBe(2);
  });

  test("it is that one also where the page does not show it yet, so that nobody is asked twice", () => {
    const insisted = after(SHOWN(1), typed({ [PRICE]: "1" }), SENT, conflict(PRICE, "1", "3"), {
      type: "insisted",
      names: [PRICE],
    });
    expect(baseOf(insisted, { [PRICE]: "1" })).toBe(2);
  });

  test("typed again over their own save, it is the revision of that save", () => {
    const again = after(SHOWN(1), typed({ [PRICE]: "1" }), SENT, typed({ [PRICE]: "12" }), SAVED, SHOWN(2));
    expect(baseOf(again, { [PRICE]: "12" })).toBe(2);
  });
});
