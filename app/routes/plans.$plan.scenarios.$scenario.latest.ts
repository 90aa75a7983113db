import type { LoaderFunctionArgs } from "@remix-run/node";
import type { LatestAnswer } from "../lib/latest-answer";
import { formatMoment } from "../lib/moment";
import { authorshipOf, notFound, scenarioKeyOf } from "../lib/scenario-route";

/** Where an open page asks whether somebody changed the scenario: one row of the database, nothing worked out. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const latest = await args.context.services.loadLatest(scenarioKeyOf(args));
  if (latest === null) throw notFound();
  const { number, changeName, author, person, createdAt } = latest;
  const answer: LatestAnswer = {
    revision: number,
    what: changeName,
    by: author,
    yours: person === authorshipOf(args).person,
    at: formatMoment(createdAt),
  };
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
