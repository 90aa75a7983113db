import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import * as govuk from "../../../app/components/govuk";
import { CHECKS, readFixture } from "./support/govuk-examples";
import { normaliseHtml } from "./support/normalise";

describe.each(CHECKS)(
  "$component is drawn as the GOV.UK Design System draws it",
  ({ component, fixtures, draw }) => {
    test.each(fixtures)("%s", (name) => {
      const { options, html } = readFixture(component, name);
      expect(normaliseHtml(renderToStaticMarkup(draw(options)))).toEqual(normaliseHtml(html));
    });
  },
);

test("the header is the generic one: no crown, no GOV.UK", () => {
  const html = renderToStaticMarkup(<govuk.GenericHeader href="/plans" text="Commissioning planner" />);
  const { options, html: expected } = readFixture("generic-header", "default");
  const logo = (options as { logoText?: string }).logoText ?? "";
  const ours = html.replace("Commissioning planner", logo).replace('href="/plans"', 'href="/"');
  expect(normaliseHtml(ours)).toEqual(normaliseHtml(expected));
});

test("the sub-navigation marks the open page for eye and ear", () => {
  const items = [
    { href: "/a", text: "Overview" },
    { href: "/b", text: "Lots" },
  ];
  const html = renderToStaticMarkup(<govuk.SubNavigation label="Scenario" items={items} current="/b" />);
  expect(html).toContain('href="/b" aria-current="page"');
  expect(html).not.toContain('href="/a" aria-current');
});

test("the sub-navigation marks the page that a deeper one belongs to, but not the one above all", () => {
  const items = [
    { href: "/a", text: "Overview" },
    { href: "/a/lots", text: "Lots" },
  ];
  const openAt = (current: string): string =>
    renderToStaticMarkup(<govuk.SubNavigation label="Scenario" items={items} current={current} />);
  expect(openAt("/a/lots/joint")).toContain('href="/a/lots" aria-current="true"');
  expect(openAt("/a/elsewhere")).not.toContain("aria-current");
});

test("a small table names its columns and rows", () => {
  const html = renderToStaticMarkup(
    <govuk.Table
      caption="Shares"
      head={[{ text: "District" }, { text: "Share", numeric: true }]}
      rows={[["Melton", "£50"]]}
    />,
  );
  expect(html).toContain('<th scope="row" class="govuk-table__header">Melton</th>');
  expect(html).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">£50</td>');
});
