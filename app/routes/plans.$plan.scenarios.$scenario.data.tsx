import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SavedNotice } from "../components/forms/save-answers";
import { EditTables } from "../components/grid/edit-tables";
import { LiveStatus } from "../components/live/live-status";
import { KeyFigures } from "../components/report/key-figures";
import { OnThisPage } from "../components/report/on-this-page";
import { listBases } from "../lib/basis-page";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showList } from "../lib/shown-list";
import { useCanEdit } from "../lib/signed-in";
import { movedFigures } from "../live/moved";
import { useLiveGrid } from "../live/use-live-grid";
import { showHeadlines } from "../pages/show-headlines";

/** What everything else rests on first, then the figures, then where they come from. */
const LISTS = ["/organisations", "/areas", "/activities", "/demand", "/indexes", "/sources", "/provenance"];

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    href,
    revision,
    bases: listBases(evaluation.scenario),
    lists: LISTS.map((base) => showList(href, evaluation, base)),
    shown: showHeadlines({ evaluation, href }),
  };
}

export default function DataPage() {
  const { href, revision, lists, bases, ...loaded } = useLoaderData<typeof loader>();
  const { shown, saved, live, grid } = useLiveGrid({
    ...{ page: "headlines", subject: "", href, revision },
    saved: loaded.shown,
  });
  const canEdit = useCanEdit();
  return (
    <>
      <SavedNotice />
      <h2 className="govuk-heading-l">Data</h2>
      <p className="govuk-body app-text">
        Counts only: no person’s data, no case notes, no addresses of refuges. A figure can name the paper
        that it comes from and how low or high it might be.
      </p>
      <LiveStatus live={live} />
      <KeyFigures figures={movedFigures(saved.figures, shown.figures)} />
      <OnThisPage
        parts={lists.map(({ table }) => ({ id: table.id, text: `${table.title} (${table.rows.length})` }))}
      />
      <section aria-labelledby="bases">
        <h3 className="govuk-heading-m" id="bases">
          What shares go by
        </h3>
        <ul className="govuk-list">
          {bases.map(({ path, name, about }) => (
            <li key={path}>
              <a className="govuk-link" href={`${href}/data/bases/${path}`}>
                {name}
              </a>
              : {about}
            </li>
          ))}
          {canEdit && (
            <li>
              <a className="govuk-link" href={`${href}/data/bases/-`}>
                Add a basis for all areas
              </a>
            </li>
          )}
        </ul>
      </section>
      <EditTables lists={lists} {...grid} />
    </>
  );
}
