import type { ActionFunctionArgs } from "@remix-run/node";
import { moveUp } from "../lib/ordered-parts";

/** Criteria and levels in another order. */
export const action = (args: ActionFunctionArgs): Promise<Response> => moveUp(args);
