import type { ActionFunctionArgs } from "@remix-run/node";
import { movePart } from "../lib/ordered-parts";

/** Criteria, lines, budgets and levels in another order. */
export const action = (args: ActionFunctionArgs): Promise<Response> => movePart(args);
