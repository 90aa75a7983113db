export const PEOPLE = ["Ann", "Ben", "Cara"] as const;
export type Person = (typeof PEOPLE)[number];
/** What a person chooses when asked; to leave it is to do nothing. */
export type Choice = "mine" | "theirs" | "leave";
export type Direction = "undo" | "redo";
export type Outcome = "saved" | "conflict" | "refused" | "nothing" | "undecided";

/** A document as its single values by their paths: an element is there when some value of it is. */
export type Values = ReadonlyMap<string, string>;

/** One value or one element set, put in or taken out. `part` has its values by their paths below it. */
export type Deed =
  | { readonly do: "set" | "insert"; readonly path: string; readonly part: Values }
  | { readonly do: "remove"; readonly path: string };

type Change = {
  readonly by: Person;
  readonly deeds: readonly Deed[];
  readonly inverse: readonly Deed[];
  /** What the base was that is taken over, before and after. */
  readonly takenOver: readonly [number, number];
};
/** What undo or redo would do: the change that is meant, and the revision that is to be turned round. */
type Entry = { readonly change: number; readonly turn: number };

/**
 * What ought to happen to a scenario and to its base, by the plainest means: every document that there ever was, a list of
 * who did what to which path, and two stacks for each person.
 */
export class PlainModel {
  readonly #documents: Values[];
  readonly #bases: Values[];
  readonly #changes: Change[] = [];
  /** Which document of the base each revision has taken over. */
  readonly #takenOver: number[] = [0];
  readonly #done = new Map<Person, Entry[]>(PEOPLE.map((person) => [person, []]));
  readonly #undone = new Map<Person, Entry[]>(PEOPLE.map((person) => [person, []]));

  /** The paths of everything that is an element, outer ones first. */
  readonly #elements: readonly string[];

  constructor(values: Values, elements: readonly string[]) {
    this.#elements = elements;
    [this.#documents, this.#bases] = [[values], [values]];
  }

  get revision(): number {
    return this.#documents.length;
  }
  get values(): Values {
    return this.at(this.revision);
  }
  get base(): Values {
    return this.#bases.at(-1) ?? new Map();
  }
  at(revision: number): Values {
    return this.#documents[revision - 1] ?? new Map();
  }

  edit(by: Person, deed: Deed, seen: number): Outcome {
    return this.#attempt(by, [deed], this.#changes.slice(seen - 1));
  }

  editBase(deed: Deed): void {
    const next = apply(this.base, deed);
    if (next !== null && !same(next, this.base)) this.#bases.push(next);
  }

  restore(by: Person, revision: number, seen: number): Outcome {
    const deeds = differences(this.at(seen), this.at(revision), this.#elements);
    return this.#attempt(by, deeds, this.#changes.slice(seen - 1), this.#takenOver[revision - 1]);
  }

  /** What comes at once, and after the choice. */
  step(direction: Direction, by: Person, choice: Choice): readonly Outcome[] {
    const [from, to] = direction === "undo" ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const entry = from.get(by)?.at(-1);
    const turned = entry === undefined ? undefined : this.#changes[entry.turn];
    const original = entry === undefined ? undefined : this.#changes[entry.change];
    if (entry === undefined || turned === undefined || original === undefined) return ["nothing"];
    const others = this.#changes.slice(entry.turn + 1).filter((one) => one.by !== by);
    const { clashing } = compare(turned.inverse, others);
    if (clashing.length > 0 && choice === "leave") return ["conflict"];
    const wanted = turned.inverse.filter((deed) => choice === "mine" || !clashing.includes(deed));
    const kept = [...compare(wanted, others).kept, ...wanted.filter((deed) => clashing.includes(deed))];
    const [before, after] = original.takenOver;
    const takenOver = before === after ? this.#latest : direction === "undo" ? before : after;
    // In the order of the change: what was decided stands among what was not asked about.
    const ordered = turned.inverse.filter((deed) => kept.includes(deed));
    const outcome: Outcome = this.#write(by, ordered, takenOver, true);
    if (outcome === "saved") {
      from.get(by)?.pop();
      to.get(by)?.push({ change: entry.change, turn: this.#changes.length - 1 });
    }
    return clashing.length > 0 ? ["conflict", outcome] : [outcome];
  }

  takeOver(by: Person, choice: Choice): readonly Outcome[] {
    const [then, now, mine] = [this.#bases[this.#latest] ?? new Map(), this.base, this.values];
    const theirs = differences(then, now, this.#elements);
    const own = differences(then, mine, this.#elements);
    const part = outermost([...theirs, ...own].map(({ path }) => path));
    const ownParts = new Set(own.map(({ path }) => part(path)));
    const clean = theirs.filter(({ path }) => !ownParts.has(part(path)));
    const shared = [...new Set(theirs.map(({ path }) => part(path)))].filter((path) => ownParts.has(path));
    const asked = shared.filter((path) => !same(below(now, path), below(mine, path)));
    if (asked.length > 0 && choice === "leave") return ["undecided"];
    const taken = choice === "theirs" ? asked.map((path) => making(mine, now, path)) : [];
    const outcome = this.#attempt(by, [...clean, ...taken], [], this.#bases.length - 1);
    return asked.length > 0 ? ["undecided", outcome] : [outcome];
  }

  get #latest(): number {
    return this.#takenOver.at(-1) ?? 0;
  }

  #attempt(by: Person, deeds: readonly Deed[], unseen: readonly Change[], takenOver = this.#latest): Outcome {
    const { kept, clashing } = compare(deeds, unseen);
    if (clashing.length > 0) return "conflict";
    const revision = this.revision;
    const outcome = this.#write(by, kept, takenOver, takenOver !== this.#latest);
    if (this.revision > revision) {
      const place = this.#changes.length - 1;
      this.#done.get(by)?.push({ change: place, turn: place });
      this.#undone.set(by, []);
    }
    return outcome;
  }

  /** A revision is made where something is different, or where it is more than a change. */
  #write(by: Person, deeds: readonly Deed[], takenOver: number, isMarked: boolean): Outcome {
    let values = this.values;
    const inverse: Deed[] = [];
    for (const deed of deeds) {
      const next = apply(values, deed);
      if (next === null) return "refused";
      inverse.unshift(making(next, values, deed.path));
      values = next;
    }
    if (!isMarked && same(values, this.values)) return "saved";
    this.#changes.push({ by, deeds, inverse, takenOver: [this.#latest, takenOver] });
    this.#documents.push(values);
    this.#takenOver.push(takenOver);
    return "saved";
  }
}

/** What is still to be done of some deeds, and what others did otherwise. */
function compare(
  deeds: readonly Deed[],
  others: readonly Change[],
): { readonly kept: readonly Deed[]; readonly clashing: readonly Deed[] } {
  const touching = (deed: Deed) =>
    others.flatMap(({ deeds: done }) => done.filter(({ path }) => meet(path, deed.path)));
  return {
    kept: deeds.filter((deed) => touching(deed).length === 0),
    clashing: deeds.filter((deed) => touching(deed).some((other) => !sameDeed(deed, other))),
  };
}

function sameDeed(one: Deed, other: Deed): boolean {
  if (one.path !== other.path || one.do !== other.do) return false;
  return one.do === "remove" || other.do === "remove" || same(one.part, other.part);
}

const isIn = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}/`);
const meet = (one: string, other: string): boolean => isIn(one, other) || isIn(other, one);

/** The values at and below a path, by what follows it. */
export function below(values: Values, path: string): Values {
  return new Map(
    [...values].flatMap(([at, value]) => (isIn(at, path) ? [[at.slice(path.length), value] as const] : [])),
  );
}

/** The document after a deed; null where it does not fit. */
function apply(values: Values, deed: Deed): Values | null {
  const isThere = below(values, deed.path).size > 0;
  if (isThere === (deed.do === "insert")) return null;
  const outer = deed.path.replace(/\/(activities\/|members\/)?[^/]+$/, "");
  if (deed.do === "insert" && outer.split("/").length > 2 && below(values, outer).size === 0) return null;
  const others = [...values].filter(([at]) => !isIn(at, deed.path));
  const part =
    deed.do === "remove" ? [] : [...deed.part].map(([at, value]) => [deed.path + at, value] as const);
  return new Map([...others, ...part]);
}

/** What makes a part what it is in another document. */
function making(from: Values, to: Values, path: string): Deed {
  const part = below(to, path);
  if (part.size === 0) return { do: "remove", path };
  return { do: below(from, path).size === 0 ? "insert" : "set", path, part };
}

/** What makes one document another: elements that came or went, and single values of those that stayed. */
function differences(from: Values, to: Values, elements: readonly string[]): readonly Deed[] {
  const came = elements.filter((path) => (below(from, path).size === 0) !== (below(to, path).size === 0));
  const outer = came.filter((path) => !came.some((other) => other !== path && isIn(path, other)));
  const single = [...from.keys()].filter(
    (path) => !came.some((element) => isIn(path, element)) && from.get(path) !== to.get(path),
  );
  return [...outer, ...single].map((path) => making(from, to, path));
}

/** The outermost of some paths around each of them. */
function outermost(paths: readonly string[]): (path: string) => string {
  return (path) =>
    paths.filter((outer) => isIn(path, outer)).toSorted((one, other) => one.length - other.length)[0] ?? path;
}

function same(one: Values, other: Values): boolean {
  return one.size === other.size && [...one].every(([path, value]) => other.get(path) === value);
}
