import type { Request, Response } from "express";
import { factsOf } from "./request-facts";

export type Refusal = {
  readonly status: number;
  readonly title: string;
  /** What the person can do now. */
  readonly remedy: string;
  /** Where to go now; the plans unless said otherwise. */
  readonly link?: { readonly href: string; readonly text: string; readonly isNewTab?: boolean };
};

const TO_THE_PLANS = { href: "/plans", text: "Go to the plans" };

/** The answer to a request that never reaches a page: plain words, the request's id, no trace of the inside. */
export function refuse(request: Request, response: Response, refusal: Refusal): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(refusal.status).setHeader("Cache-Control", "no-store");
  if (request.query["_data"] === undefined) {
    response.type("html").send(renderPage(refusal, factsOf(response)));
  } else {
    // The page in the browser asked: this header makes it show its own error page with these words.
    response.setHeader("X-Remix-Catch", "yes").type("text").send(`${refusal.title}. ${refusal.remedy}`);
  }
}

function renderPage(
  { title, remedy, link = TO_THE_PLANS }: Refusal,
  { id, nonce }: { id: string; nonce: string },
): string {
  const target = link.isNewTab === true ? ' target="_blank" rel="noreferrer"' : "";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - Commissioning planner</title>
<style nonce="${nonce}">body { font: 19px/1.4 arial, sans-serif; color: #0b0c0c; max-width: 40em; margin: 2em auto; padding: 0 1em } a { color: #1d70b8 }</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(remedy)}</p>
<p><a href="${escapeHtml(link.href)}"${target}>${escapeHtml(link.text)}</a></p>
<p>Reference: ${id}</p>
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
