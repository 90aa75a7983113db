import type { ActionFunctionArgs } from "@remix-run/node";
import { answerAsData, saveEdit } from "../forms/save-form.server";

/** Where grids, and forms that save themselves, send what was typed. */
export const action = async (args: ActionFunctionArgs): Promise<Response> =>
  answerAsData(await saveEdit(args));
