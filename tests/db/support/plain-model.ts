export const PEOPLE = ["Ann", "Ben", "Cara"] as const;
export type Person = (typeof PEOPLE)[number];
/** What a person chooses when asked; to leave it is to do nothing. */
export type Choice = "mine" | "theirs" | "leave";

type Values = ReadonlyMap<string, string>;
type Change = {
  readonly by: Person;
  readonly set: Values;
  readonly before: Values;
  readonly takenOver: readonly [Values, Values];
};
/** What undo or redo would do: the change that is meant, and the revision that is to be turned round. */
type Entry = { readonly change: number; readonly turn: number };

/**
 * What ought to happen to a scenario of a few fields and to its base, by the plainest means: maps of values, a list of who
 * set what from what, and two stacks for each person.
 */
export class PlainModel {
  values: Values;
  base: Values;
  #takenOver: Values;
  readonly #changes: Change[] = [];
  readonly #done = new Map<Person, Entry[]>(PEOPLE.map((person) => [person, []]));
  readonly #undone = new Map<Person, Entry[]>(PEOPLE.map((person) => [person, []]));

  constructor(values: Values) {
    [this.values, this.base, this.#takenOver] = [values, values, values];
  }

  /** The first revision is no change. */
  get revision(): number {
    return 1 + this.#changes.length;
  }

  edit(
    { by, field, value }: { by: Person; field: string; value: string },
    seen: number,
  ): "saved" | "conflict" {
    const meanwhile = this.#changes
      .slice(seen - 1)
      .flatMap(({ set }) => (set.has(field) ? [set.get(field)] : []));
    if (meanwhile.some((other) => other !== value)) return "conflict";
    if (meanwhile.length === 0 && this.values.get(field) !== value)
      this.#change(by, new Map([[field, value]]));
    return "saved";
  }

  editBase(field: string, value: string): void {
    if (this.base.get(field) !== value) this.base = new Map([...this.base, [field, value]]);
  }

  step(direction: "undo" | "redo", by: Person, choice: Choice): "saved" | "conflict" | "nothing" {
    const [from, to] = direction === "undo" ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const entry = from.get(by)?.at(-1);
    const turned = entry === undefined ? undefined : this.#changes[entry.turn];
    const original = entry === undefined ? undefined : this.#changes[entry.change];
    if (entry === undefined || turned === undefined || original === undefined) return "nothing";
    const others = (field: string): (string | undefined)[] =>
      this.#changes
        .slice(entry.turn + 1)
        .flatMap((one) => (one.by !== by && one.set.has(field) ? [one.set.get(field)] : []));
    const wanted = [...turned.before];
    const clashing = wanted.filter(([field, value]) => others(field).some((other) => other !== value));
    if (clashing.length > 0 && choice === "leave") return "conflict";
    const isClashing = (field: string): boolean => clashing.some(([one]) => one === field);
    const set = wanted.filter(([field]) =>
      isClashing(field) ? choice === "mine" : others(field).length === 0,
    );
    const [before, after] = original.takenOver;
    if (before !== after) this.#takenOver = direction === "undo" ? before : after;
    this.#write(by, new Map(set), this.#takenOver);
    from.get(by)?.pop();
    to.get(by)?.push({ change: entry.change, turn: this.#changes.length - 1 });
    return clashing.length > 0 ? "conflict" : "saved";
  }

  takeOver(by: Person, choice: Choice): "saved" | "undecided" {
    const [then, now] = [this.#takenOver, this.base];
    const moved = [...now].filter(([field, value]) => then.get(field) !== value);
    const asked = moved.filter(([field, value]) => {
      const mine = this.values.get(field);
      return mine !== then.get(field) && mine !== value;
    });
    if (asked.length > 0 && choice === "leave") return "undecided";
    const set = moved.filter(([field]) => choice === "theirs" || !asked.some(([one]) => one === field));
    const news = set.filter(([field, value]) => this.values.get(field) !== value);
    if (then !== now) this.#change(by, new Map(news), now);
    return asked.length > 0 ? "undecided" : "saved";
  }

  #change(by: Person, set: Values, takenOver: Values = this.#takenOver): void {
    const before = this.#takenOver;
    this.#takenOver = takenOver;
    this.#write(by, set, before);
    const place = this.#changes.length - 1;
    this.#done.get(by)?.push({ change: place, turn: place });
    this.#undone.set(by, []);
  }

  #write(by: Person, set: Values, takenOverBefore: Values): void {
    const before = new Map([...set.keys()].map((field) => [field, this.values.get(field) ?? ""]));
    this.values = new Map([...this.values, ...set]);
    this.#changes.push({ by, set, before, takenOver: [takenOverBefore, this.#takenOver] });
  }
}
