import type { Json } from "../changes/json";
import { type Keys, valueAt } from "../changes/pointer";
import type { Scenario } from "../model/scenario";

/**
 * A document of which every value may be missing, so that a check of one field cannot rely on another: what was not
 * of the right shape reads undefined. A key that is there with undefined was given and refused already, so nothing
 * is said about it again (see {@link isGiven}).
 */
export type Salvaged<T> = T extends readonly (infer Element)[]
  ? readonly (Salvaged<Element> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Salvaged<T[Key]> | undefined }
    : T;

export type SalvagedScenario = Salvaged<Scenario>;

/** Whether a field was written, also where its value had to be refused. */
export function isGiven(container: object, key: string): boolean {
  return Object.hasOwn(container, key);
}

/** A document without the values that are not of the right shape: each reads undefined in its place. */
export function salvage(document: Json, refused: readonly Keys[]): SalvagedScenario {
  const root = refused.length === 0 ? document : structuredClone(document);
  for (const keys of refused) {
    const container = valueAt(root, keys.slice(0, -1));
    const key = keys[keys.length - 1];
    if (typeof container === "object" && container !== null && key !== undefined) {
      (container as Record<string | number, unknown>)[key] = undefined;
    }
  }
  // Every value of another shape than the type says has just been removed.
  return root as SalvagedScenario;
}
