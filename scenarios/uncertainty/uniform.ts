/**
 * A number in [0, 1) that depends on nothing but a seed, a trial and a name: the same on every machine, in whatever
 * order and on however many threads trials are run; and what is drawn for one name does not move when another joins
 * (rules §11). All three are mixed by MurmurHash3's rounds into 53 bits.
 *
 * Example: `uniform({ seed: 1, trial: 0, name: "inflation" })` is always the same number.
 */
export function uniform({ seed, trial, name }: Draw): number {
  let hash = seed >>> 0;
  let length = 0;
  const take = (word: number): void => {
    hash = Math.imul(rotate(hash ^ Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593), 13), 5);
    hash = (hash + 0xe6546b64) | 0;
    length += 4;
  };
  take(Math.floor(seed / 2 ** 32));
  take(trial);
  for (let place = 0; place < name.length; place++) take(name.charCodeAt(place));
  const high = finish(hash ^ length);
  const low = finish(high ^ 0x9e3779b9);
  return ((high >>> 5) * 2 ** 26 + (low >>> 6)) / 2 ** 53;
}

export type Draw = {
  /** A whole number from 0 to 2⁵³ − 1: shown, so that anybody can draw the same again. */
  readonly seed: number;
  /** A whole number from 0 on. */
  readonly trial: number;
  /** What is drawn for. */
  readonly name: string;
};

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

function finish(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
