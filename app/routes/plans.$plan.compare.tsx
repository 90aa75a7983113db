import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CompareForm } from "../components/compare/compare-form";
import { ComparisonTable } from "../components/compare/comparison-table";
import { WhySection } from "../components/compare/why";
import { Details, ErrorSummary, PhaseBanner, WarningText } from "../components/govuk";
import { Figure } from "../components/report/figure";
import { LongTable, longWords } from "../components/report/long-table";
import { OnThisPage, type PagePart } from "../components/report/on-this-page";
import { ReportTable } from "../components/report/report-table";
import { compareHref, compareSearch } from "../lib/compare-query";
import { comparisonFigures } from "../lib/comparison-figures";
import {
  earlierRevisions,
  faultLinks,
  faultySentences,
  formOf,
  planSentencesOf,
  tablesOf,
  whyProps,
} from "../lib/comparison-page";
import { type LoadedComparison, loadComparison } from "../lib/comparison-route";
import { PLANS, type TrailHandle } from "../lib/trail";
import type { Comparison } from "../reports/comparison/comparison";
import { buildLinesComparedTable } from "../reports/comparison/lines";
import { buildPositionsTable } from "../reports/comparison/positions";
import { formatTable } from "../reports/format-table";
import styles from "../styles/compare.scss?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Compare scenarios - ${data?.plan.text ?? ""} - Commissioning planner` },
];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ plan }) => [PLANS, plan],
};

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await loadComparison(args);
  const { plan, query, comparison, compared, why } = loaded;
  const search = compareSearch(query);
  const csv = (table: string): string => `${compareHref(plan.id)}/download/csv/${table}${search}`;
  return {
    plan: { href: `/plans#${plan.id}`, text: plan.name },
    isSynthetic: compared.some(({ evaluation }) => evaluation?.scenario.synthetic === true),
    faults: faultLinks(query.faults),
    form: formOf(loaded),
    faulty: comparison === null ? [] : faultySentences(comparison),
    why: why === null ? null : whyProps(why, query, csv("waterfall")),
    shown: comparison === null ? null : shownComparison(comparison, loaded, csv),
    earlier: await earlierOf(args, loaded),
    downloads: [
      {
        href: `${compareHref(plan.id)}/download/comparison.xlsx${search}`,
        text: "Comparison workbook (Excel)",
      },
      { href: csv("comparison"), text: "All rows (CSV)" },
      { href: csv("changes"), text: "Changed inputs (CSV)" },
    ],
  };
}

function shownComparison(
  comparison: Comparison,
  { plan, query }: LoadedComparison,
  csv: (table: string) => string,
) {
  const positions = buildPositionsTable(comparison);
  const lines = buildLinesComparedTable(comparison, query);
  return {
    reference: comparison.columns[0]?.name ?? "",
    tables: tablesOf(comparison, query, plan.id),
    figures: comparisonFigures(comparison).map((figure) => ({
      ...figure,
      downloadHref: csv(figure.table.id),
    })),
    planSentences: planSentencesOf(comparison),
    lines: lines === null ? null : { table: formatTable(lines), downloadHref: csv(lines.id) },
    positions:
      positions.rows.length === 0 ? null : { table: formatTable(positions), downloadHref: csv(positions.id) },
  };
}

/** The compared scenarios that have an earlier revision. */
async function earlierOf({ context }: LoaderFunctionArgs, { plan, query }: LoadedComparison) {
  const ids = new Set(query.picks.map(({ scenario }) => scenario));
  const changed = plan.scenarios.filter(({ id, revision }) => ids.has(id) && revision > 1);
  return Promise.all(
    changed.map(async ({ id, name }) => {
      const history = await context.services.loadHistory({ plan: plan.id, scenario: id });
      return { id, name, revisions: earlierRevisions({ scenario: id }, history ?? []) };
    }),
  );
}

export default function ComparePage() {
  const { plan, isSynthetic, faults, form, faulty, why, shown, earlier, downloads } =
    useLoaderData<typeof loader>();
  return (
    <div className="app-comparison">
      {isSynthetic && <PhaseBanner tag="Synthetic money">Every figure is invented.</PhaseBanner>}
      {faults.length > 0 && <ErrorSummary errors={faults} />}
      <h1 className="govuk-heading-l app-comparison__title">
        <span className="govuk-caption-l">{plan.text}</span> Compare scenarios
      </h1>
      <CompareForm {...form} />
      {faulty.map((sentence) => (
        <WarningText key={sentence}>{sentence}</WarningText>
      ))}
      {why !== null && <WhySection {...why} />}
      {shown !== null && <OnThisPage parts={partsOf(shown, earlier.length > 0)} />}
      {shown !== null && <Rows {...shown} />}
      {shown !== null && <Pictures {...shown} />}
      {earlier.length > 0 && <Earlier earlier={earlier} />}
      {shown !== null && (
        <section className="app-no-print" aria-labelledby="downloads">
          <h2 className="govuk-heading-m" id="downloads">
            Downloads
          </h2>
          <ul className="govuk-list">
            {downloads.map(({ href, text }) => (
              <li key={href}>
                <a className="govuk-link" href={href} download>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type Shown = ReturnType<typeof shownComparison>;

function Rows({ reference, tables, planSentences, lines }: Shown) {
  return (
    <section id="rows" className="app-section" aria-labelledby="rows-title">
      <h2 className="govuk-heading-m" id="rows-title">
        Side by side
      </h2>
      <p className="govuk-body app-text">
        Each figure is set against the reference, “{reference}”. Where one direction is better, a word says
        whether the difference is better or worse; where people may weigh it differently, none does. “Why”
        shows what makes the difference: this scenario’s figure less the reference’s. A figure that is
        underlined leads to how it comes about in its own scenario.
      </p>
      {tables.length === 0 && <p className="govuk-body">All rows are equal, and equal rows are hidden.</p>}
      {tables.map((table) => (
        <Subject key={table.id} table={table} />
      ))}
      {planSentences.map((sentence) => (
        <p className="govuk-body app-text" key={sentence}>
          {sentence}
        </p>
      ))}
      {lines !== null && <ReportTable {...lines} stacks />}
    </section>
  );
}

/** Where nothing differs, or much does, a line says so; who wants the figures opens it. */
function Subject({ table }: { readonly table: Shown["tables"][number] }) {
  const words = foldedWords(table);
  if (words === undefined) return <ComparisonTable table={table} />;
  return (
    <Details id={foldedId(table)} summary={words}>
      <ComparisonTable table={table} />
    </Details>
  );
}

const foldedId = ({ id }: Shown["tables"][number]): string => `folded-${id}`;

function foldedWords(table: Shown["tables"][number]): string | undefined {
  return table.isEqual
    ? `${table.title}: no difference in any of ${table.rows.length} rows`
    : longWords(table);
}

/** Where each part of the page stands. */
function partsOf({ tables, lines, positions, figures }: Shown, hasEarlier: boolean): PagePart[] {
  return [
    ...tables.map((table) => ({
      id: foldedWords(table) === undefined ? `${table.id}-caption` : foldedId(table),
      text: table.isEqual ? `${table.title} (no difference)` : table.title,
    })),
    ...(lines === null ? [] : [{ id: lines.table.id, text: lines.table.title }]),
    ...(positions === null ? [] : [{ id: "positions-title", text: "What it means for each partner" }]),
    ...(figures.length === 0 ? [] : [{ id: "pictures", text: "Pictures" }]),
    ...(hasEarlier ? [{ id: "earlier", text: "Since the paper" }] : []),
    { id: "downloads", text: "Downloads" },
  ];
}

function Pictures({ figures, positions }: Pick<Shown, "figures" | "positions">) {
  return (
    <>
      {positions !== null && (
        <section aria-labelledby="positions-title">
          <h2 className="govuk-heading-m" id="positions-title">
            What it means for each partner
          </h2>
          <LongTable {...positions} captionSize="s" />
        </section>
      )}
      {figures.length > 0 && (
        <h2 className="govuk-heading-m" id="pictures">
          Pictures
        </h2>
      )}
      {figures.map((figure) => (
        <Figure key={figure.table.id} {...figure} />
      ))}
    </>
  );
}

type EarlierScenarios = Awaited<ReturnType<typeof earlierOf>>;

function Earlier({ earlier }: { readonly earlier: EarlierScenarios }) {
  return (
    <section className="app-no-print" aria-labelledby="earlier">
      <h2 className="govuk-heading-m" id="earlier">
        Since the paper
      </h2>
      <p className="govuk-body app-text">
        A scenario against its own earlier self: what has changed since a paper went out, with the same rows
        and the same explanation.
      </p>
      {earlier.map(({ id, name, revisions }) => (
        <Details key={id} summary={name}>
          <ul className="govuk-list">
            {revisions.map(({ href, text }) => (
              <li key={href}>
                <a className="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </section>
  );
}
