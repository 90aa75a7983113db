/** How each part of a whole is worked out. */
export type Parts<Whole> = { readonly [Part in keyof Whole]-?: () => Whole[Part] };

/**
 * A whole whose parts are worked out when they are first read, and kept. To whoever reads it, it is an object like any
 * other; a copy by `...` reads every part.
 */
export function whenRead<Whole extends object>(parts: Parts<Whole>): Whole {
  const whole = {};
  for (const [name, work] of Object.entries<() => unknown>(parts)) {
    Object.defineProperty(whole, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = work();
        Object.defineProperty(whole, name, { enumerable: true, value });
        return value;
      },
    });
  }
  return whole as Whole;
}

/** The same whole with another part; the others are still worked out when they are read. */
export function withPart<Whole extends object, Part extends keyof Whole>(
  whole: Whole,
  part: Part,
  value: Whole[Part],
): Whole {
  const names = Object.keys(whole) as (keyof Whole)[];
  const parts = Object.fromEntries(names.map((name) => [name, () => (name === part ? value : whole[name])]));
  return whenRead(parts as Parts<Whole>);
}

/** Something that is worked out when it is first asked for, and kept. */
export function once<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: work() }).value;
}

/** The same for each of several things; those with one key are one. */
export function onceEach<Item, Value>(
  work: (item: Item) => Value,
  keyOf: (item: Item) => unknown = (item) => item,
): (item: Item) => Value {
  const known = new Map<unknown, () => Value>();
  return (item) => {
    const key = keyOf(item);
    const value = known.get(key) ?? once(() => work(item));
    known.set(key, value);
    return value();
  };
}
