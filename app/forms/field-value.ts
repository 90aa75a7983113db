import type { Json } from "../../scenarios/changes/json";

/** How the text of a field is read into the scenario file and shown again. */
export type FieldKind =
  | "money"
  | "percent"
  | "quantity"
  | "whole"
  | "date"
  | "month"
  | "year"
  | "choice"
  | "options"
  | "text"
  | "flag"
  /** Several of the choices. */
  | "ids"
  /** Several texts, and several numbers. */
  | "texts"
  | "decimals"
  /** Ids put into lots: "dv + therapy | sv". */
  | "lots";

/** One of the values that a field may have, with the words that a person sees. */
export type FieldChoice = { readonly value: string; readonly words: string };

/** The value as the scenario file holds it, or what to write instead. */
export type ReadValue =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly remedy: string };
