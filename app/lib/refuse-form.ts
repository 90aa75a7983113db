import type { TypedResponse } from "@remix-run/node";

/** The answer to a form that was not accepted: what was typed and its faults, and nothing was stored. */
export const refuseForm = <Body>(body: Body): TypedResponse<Body> => Response.json(body, { status: 400 });
