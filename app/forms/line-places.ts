/** The places of lines that are there, and of some that may be filled in. */
export function linePlaces(lines: readonly unknown[], blank: number): readonly string[] {
  const news = Array.from({ length: blank }, (_, place) => (place === 0 ? "-" : `-${place}`));
  return [...lines.map((_, place) => `${place}`), ...news];
}
