import type { Json } from "../../scenarios/changes/json";
import type { FieldChoice, ReadValue } from "./field-value";

/** Between the entries of a list in one cell: names may have commas. */
export const LIST_SEPARATOR = "; ";

/** Reads "Blaby; Melton" one by one; "all" is every choice there is. The first that cannot be read is what is said. */
export function readList(
  typed: string,
  readOne: (text: string) => ReadValue,
  choices: readonly FieldChoice[] = [],
): ReadValue {
  const texts = entriesOf(typed);
  if (choices.length > 0 && texts.length === 1 && /^all\b/i.test(texts[0] ?? "")) {
    return { ok: true, value: choices.map(({ value }) => value) };
  }
  const values: Json[] = [];
  for (const text of texts) {
    const read = readOne(text);
    if (!read.ok)
      return { ok: false, remedy: texts.length === 1 ? read.remedy : `“${text}”: ${read.remedy}` };
    if (choices.length === 0 || !values.includes(read.value)) values.push(read.value);
  }
  return { ok: true, value: values };
}

/** The entries of a list in one text. */
export function entriesOf(text: string): readonly string[] {
  return text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** Chosen ids as the words that people read and type; an id stands for itself where its words would mislead. */
export function choicesInWords(ids: readonly string[], choices: readonly FieldChoice[]): string {
  const wordsOf = (id: string): string => {
    const words = choices.find(({ value }) => value === id)?.words ?? id;
    const isClear = !words.includes(";") && choices.filter((choice) => choice.words === words).length === 1;
    return isClear ? words : id;
  };
  return ids.map(wordsOf).join(LIST_SEPARATOR);
}
