/**
 * The same value, in which every part that says what it said before is the very same object: whoever shows it need not
 * look at that part again. Values are plain data.
 */
export function keepSame<Value>(before: unknown, now: Value): Value {
  if (Object.is(before, now) || !isObject(before) || !isObject(now)) return now;
  if (Array.isArray(before) !== Array.isArray(now)) return now;
  const names = Object.keys(now);
  const parts = names.map((name) => keepSame(before[name], now[name]));
  const isSame =
    Object.keys(before).length === names.length &&
    names.every((name, place) => Object.hasOwn(before, name) && parts[place] === before[name]);
  if (isSame) return before as Value;
  return (
    Array.isArray(now) ? parts : Object.fromEntries(names.map((name, place) => [name, parts[place]]))
  ) as Value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
