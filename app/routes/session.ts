import type { LoaderFunctionArgs } from "@remix-run/node";

/** Says whether somebody is signed in: pages ask before they send what was typed. */
export const loader = ({ context }: LoaderFunctionArgs): Response =>
  new Response(null, { status: context.identity.kind === "visitor" ? 401 : 204 });
