import type { Json } from "./json";
import type { Pointer } from "./pointer";

/**
 * One change of a document, in the form of RFC 6902, with pointers by ids: edits of different things stay apart,
 * wherever their lists have moved in the meantime.
 */
export type Operation = {
  readonly op: "add" | "replace" | "remove";
  readonly path: Pointer;
  /** Of `add` and `replace`. */
  readonly value?: Json;
  /**
   * Of `add`: the element, or the field, that the new one stands before, as a pointer names it; null, absent, or no
   * longer there: at the end. A list whose elements go by their place takes the place from the path instead.
   */
  readonly before?: string | null;
};
