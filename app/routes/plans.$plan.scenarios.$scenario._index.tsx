import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KeyFigures } from "../components/report/key-figures";
import { Warnings } from "../components/report/warnings";
import { SCENARIO_PAGES } from "../lib/scenario-pages";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { formatCell } from "../reports/format-table";
import { buildKeyFigures } from "../reports/key-figures";
import { buildNotices, type Notice } from "../reports/notices";

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    purpose: scenario.purpose,
    figures: buildKeyFigures(evaluation).map(({ id, label, value, kind, note, tone }) => ({
      id,
      label,
      value: formatCell(value, kind),
      note,
      tone,
    })),
    warnings: buildNotices(evaluation).map((notice) => ({
      id: notice.id,
      text: notice.text,
      tone: notice.tone,
      href: hrefOf(notice, href),
    })),
    downloads: [
      { href: `${href}/download/workbook.xlsx`, text: "Finance workbook (Excel)" },
      { href: `${href}/download/scenario.json`, text: "Scenario file (JSON)" },
    ],
  };
}

export default function OverviewPage() {
  const { purpose, figures, warnings, downloads } = useLoaderData<typeof loader>();
  return (
    <>
      {purpose !== undefined && <p className="govuk-body app-text">{purpose}</p>}
      <h2 className="govuk-heading-m">Headline figures</h2>
      <KeyFigures figures={figures} />
      <h2 className="govuk-heading-m">What to look at</h2>
      <Warnings warnings={warnings} />
      <h2 className="govuk-heading-m">Downloads</h2>
      <ul className="govuk-list">
        {downloads.map(({ href, text }) => (
          <li key={href}>
            <a className="govuk-link" href={href} download>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Only a page that is there is linked. */
function hrefOf({ page }: Notice, href: string): string | undefined {
  return SCENARIO_PAGES.some(({ path }) => path === page) ? `${href}/${page}` : undefined;
}
