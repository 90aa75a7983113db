/** "an area", "a one-off cost" */
export function withArticle(noun: string): string {
  return `${/^(?!one-)[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
