import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Figure } from "../../../app/components/report/figure";
import { KeyFigures } from "../../../app/components/report/key-figures";
import { ReportTable } from "../../../app/components/report/report-table";
import { ScenarioCard } from "../../../app/components/report/scenario-card";
import { Warnings } from "../../../app/components/report/warnings";
import type { FormattedTable } from "../../../app/reports/format-table";

const COSTS: FormattedTable = {
  id: "yearly-costs",
  title: "Costs by year",
  note: "Net of VAT.",
  columns: [
    { id: "lot", label: "Lot", numeric: false },
    { id: "2015", label: "2015-16", numeric: true },
    { id: "state", label: "State", numeric: false },
  ],
  rows: [
    {
      id: "refuge",
      cells: [{ text: "Refuge" }, { text: "£120,000.00" }, { text: "Confirmed", tone: "good" }],
    },
    { id: "gap", tone: "bad", cells: [{ text: "Outreach" }, { text: "£0.00" }, { text: "Gap" }] },
    { id: "all", subtotal: true, cells: [{ text: "Existing" }, { text: "£120,000.00" }, { text: "" }] },
  ],
  total: { id: "total", cells: [{ text: "Total" }, { text: "£120,000.00" }, { text: "" }] },
};

describe("a table of figures", () => {
  const html = renderToStaticMarkup(<ReportTable table={COSTS} downloadHref="/costs.csv" />);

  test("can be scrolled by keyboard inside a region that its title names", () => {
    expect(html).toContain('role="region" aria-labelledby="yearly-costs-caption" tabindex="0"');
    expect(html).toContain('id="yearly-costs-caption">Costs by year</span>');
    expect(html).toContain("Net of VAT.");
  });

  test("names each column and each row", () => {
    expect(html.match(/<th scope="col"/g)).toHaveLength(3);
    expect(html.match(/<th scope="row"/g)).toHaveLength(4);
    expect(html).toContain('<th scope="row" class="govuk-table__header">Refuge</th>');
  });

  test("puts figures to the right and words to the left", () => {
    expect(html).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">£120,000.00</td>');
    expect(html).toContain('<td class="govuk-table__cell">Gap</td>');
  });

  test("says a state in a word and marks it", () => {
    expect(html).toContain('<td class="govuk-table__cell app-tone app-tone--good">Confirmed</td>');
    expect(html).toContain('<tr class="govuk-table__row app-report__row--bad">');
  });

  test("gives a sentence room to be read", () => {
    const said = { text: "Outreach in Blaby, Charnwood and Melton until 30 September 2015" };
    const row = { id: "said", cells: [{ text: "Outreach" }, { text: "£0.00" }, said] };
    const html = renderToStaticMarkup(<ReportTable table={{ ...COSTS, rows: [row] }} />);
    expect(html).toContain(`<td class="govuk-table__cell app-report__sentence">${said.text}</td>`);
  });

  test("sets subtotals and the total apart", () => {
    expect(html).toContain('<tr class="govuk-table__row app-report__subtotal">');
    expect(html).toMatch(/<tfoot class="app-report__foot"><tr[^>]*><th[^>]*>Total<\/th>/);
  });

  test("offers itself as a file, and says which", () => {
    expect(html).toContain('href="/costs.csv"');
    expect(html).toContain('Download CSV<span class="govuk-visually-hidden"> of Costs by year</span>');
  });

  test("without rows it says so", () => {
    const empty = renderToStaticMarkup(<ReportTable table={{ ...COSTS, rows: [] }} />);
    expect(empty).toContain('<td class="govuk-table__cell" colSpan="3">Nothing to show.</td>');
    expect(empty).not.toContain("Download");
  });
});

test("a chart comes with a sentence and the table behind it", () => {
  const html = renderToStaticMarkup(<Figure svg="<svg></svg>" caption="Costs fall in 2016." table={COSTS} />);
  expect(html).toContain("<svg></svg>");
  expect(html).toContain("Costs fall in 2016.</figcaption>");
  expect(html).toContain('role="region" aria-label="Picture: Costs by year" tabindex="0"');
  expect(html).toContain('<th scope="row" class="govuk-table__header">Refuge</th>');
});

test("headline figures show label, value, change and note", () => {
  const figures = [
    { id: "cost", label: "Cost", value: "£1", change: "£1 more", note: "Net.", tone: "bad" as const },
  ];
  const html = renderToStaticMarkup(<KeyFigures figures={figures} />);
  expect(html).toMatch(/<dt[^>]*>Cost<\/dt><dd[^>]*>£1<\/dd><dd[^>]*>£1 more<\/dd><dd[^>]*>Net\.<\/dd>/);
});

test("a scenario's card shows its state in a word and leads to it", () => {
  const html = renderToStaticMarkup(
    <ScenarioCard
      title="S1"
      href="/plans/llr/scenarios/s1"
      state={{ text: "Draft" }}
      facts={[{ label: "Cost", text: "£1" }]}
    />,
  );
  expect(html).toContain(
    'href="/plans/llr/scenarios/s1">Open<span class="govuk-visually-hidden"> (S1)</span>',
  );
  expect(html).toContain("Draft");
});

test("warnings say how bad they are in a word and lead to their cause", () => {
  const html = renderToStaticMarkup(
    <Warnings warnings={[{ id: "1", text: "No refuge in May 2015", href: "transition", tone: "bad" }]} />,
  );
  expect(html).toContain(">Act</strong>");
  expect(html).toContain('href="transition">No refuge in May 2015</a>');
  expect(renderToStaticMarkup(<Warnings warnings={[]} />)).toContain("No warnings.");
});
