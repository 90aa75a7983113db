import { readFileSync } from "node:fs";
import type { ReactNode } from "react";
import * as govuk from "../../../../app/components/govuk";

/** The options of govuk-frontend's own examples, as far as our components offer the same. */
type Text = { readonly text: string; readonly classes?: string; readonly isPageHeading?: boolean };
type Item = {
  readonly value?: string;
  readonly text: string;
  readonly href?: string;
  readonly disabled?: boolean;
  readonly checked?: boolean;
  readonly selected?: boolean;
  readonly hint?: Text;
};
type Action = { readonly href: string; readonly text: string; readonly visuallyHiddenText?: string };
type Options = {
  readonly text: string;
  readonly html?: string;
  readonly href: string;
  readonly url?: string;
  readonly id?: string;
  readonly name: string;
  readonly idPrefix?: string;
  readonly value?: string;
  readonly values?: readonly string[];
  readonly classes?: string;
  readonly disabled?: boolean;
  readonly open?: boolean;
  readonly type?: "success";
  readonly rows: number & readonly { key: Text; value: Text; actions?: { items: readonly Action[] } }[];
  readonly items: readonly Item[];
  readonly label: Text;
  readonly hint?: Text;
  readonly errorMessage?: Text;
  readonly prefix?: Text;
  readonly suffix?: Text;
  readonly titleText: string;
  readonly descriptionText?: string;
  readonly errorList: readonly Item[];
  readonly fieldset: { readonly legend: Text };
  readonly legend: Text;
  readonly summaryText: string;
  readonly card: {
    readonly title: { readonly text: string; readonly headingLevel?: number };
    readonly actions?: { items: readonly Action[] };
  };
};

const sizeOf = ({ classes }: Text) =>
  classes?.match(/--(s|m|l|xl)\b/)?.[1] as "s" | "m" | "l" | "xl" | undefined;

const fieldOf = ({ id, name, label, hint, errorMessage }: Options) => ({
  id,
  name,
  label: label.text,
  labelSize: sizeOf(label),
  isPageHeading: label.isPageHeading,
  hint: hint?.text,
  error: errorMessage?.text,
});

const legendOf = (legend: Text) => ({
  legend: legend.text,
  legendSize: sizeOf(legend),
  isPageHeading: legend.isPageHeading,
});

const choicesOf = ({ name, idPrefix, fieldset, hint, errorMessage, items, classes = "" }: Options) => ({
  ...legendOf(fieldset.legend),
  name,
  id: idPrefix,
  hint: hint?.text,
  error: errorMessage?.text,
  inline: classes.includes("--inline"),
  small: classes.includes("--small"),
  items: items.map(({ value = "", text, hint: of, disabled }) => ({ value, text, hint: of?.text, disabled })),
});

const checkedOf = ({ items, value, values = [] }: Options): readonly string[] => [
  ...items.filter(({ checked }) => checked === true).map(({ value: own = "" }) => own),
  ...values,
  ...(value === undefined ? [] : [value]),
];

const rowsOf = ({ rows }: Options) =>
  rows.map(({ key, value, actions }) => ({
    key: key.text,
    value: value.text,
    actions: actions?.items.map(({ href, text, visuallyHiddenText }) => ({
      href,
      text,
      hiddenText: visuallyHiddenText,
    })),
  }));

const lookOf = ({ classes }: Options) =>
  classes?.replace("govuk-button--", "") as "secondary" | "warning" | "inverse" | undefined;

type Check = {
  readonly component: string;
  readonly fixtures: readonly string[];
  readonly draw: (options: Options) => ReactNode;
};

/** Each component with the examples that it has to draw as they are drawn there. */
export const CHECKS: readonly Check[] = [
  {
    component: "button",
    fixtures: ["default", "disabled", "secondary", "secondary disabled", "warning", "inverse"],
    draw: (o) => (
      <govuk.Button look={lookOf(o)} name={o.name} disabled={o.disabled}>
        {o.text}
      </govuk.Button>
    ),
  },
  {
    component: "button",
    fixtures: ["link", "explicit link"],
    draw: (o) => <govuk.ButtonLink href={o.href}>{o.text}</govuk.ButtonLink>,
  },
  {
    component: "breadcrumbs",
    fixtures: [
      "default",
      "with one level",
      "without the home section",
      "with last breadcrumb as current page",
    ],
    draw: (o) => <govuk.Breadcrumbs items={o.items} />,
  },
  {
    component: "error-message",
    fixtures: ["default", "id"],
    draw: (o) => (
      <govuk.ErrorMessage {...(o.id === undefined ? {} : { id: o.id })}>{o.text}</govuk.ErrorMessage>
    ),
  },
  {
    component: "error-summary",
    fixtures: ["default", "without links", "mixed with and without links", "with everything"],
    draw: (o) => (
      <govuk.ErrorSummary title={o.titleText} description={o.descriptionText} errors={o.errorList} />
    ),
  },
  {
    component: "input",
    fixtures: [
      "default",
      "with hint text",
      "with error message",
      "with error and hint",
      "with label as page heading",
      "with prefix",
      "with suffix",
      "with prefix and suffix",
      "with prefix and suffix and error",
      "id",
      "value",
      "disabled",
    ],
    draw: (o) => (
      <govuk.Input
        {...fieldOf(o)}
        prefix={o.prefix?.text}
        suffix={o.suffix?.text}
        defaultValue={o.value}
        disabled={o.disabled}
      />
    ),
  },
  {
    component: "input",
    fixtures: ["with width-4 class"],
    draw: (o) => <govuk.Input {...fieldOf(o)} width={4} />,
  },
  {
    component: "select",
    fixtures: [
      "default",
      "with hint text and error message",
      "with label as page heading",
      "with selected value",
    ],
    draw: (o) => (
      <govuk.Select
        {...fieldOf(o)}
        defaultValue={o.value ?? o.items.find(({ selected }) => selected)?.value}
        items={o.items.map(({ value = "", text, disabled }) => ({ value, text, disabled }))}
      />
    ),
  },
  {
    component: "textarea",
    fixtures: [
      "default",
      "with hint",
      "with error message",
      "with default value",
      "with label as page heading",
    ],
    draw: (o) => <govuk.Textarea {...fieldOf(o)} defaultValue={o.value} />,
  },
  {
    component: "file-upload",
    fixtures: [
      "default",
      "with hint text",
      "with error message and hint",
      "with label as page heading",
      "error",
    ],
    draw: (o) => <govuk.FileUpload {...fieldOf(o)} />,
  },
  {
    component: "fieldset",
    fixtures: ["default", "styled as large text", "as page heading l", "with describedBy"],
    draw: (o) => (
      <govuk.Fieldset {...legendOf(o.legend)} describedBy={(o as { describedBy?: string }).describedBy}>
        {null}
      </govuk.Fieldset>
    ),
  },
  {
    component: "radios",
    fixtures: [
      "default",
      "with hint",
      "inline",
      "small inline",
      "with hint and error message",
      "with hints on parent and items",
      "with very long option text",
    ],
    draw: (o) => <govuk.Radios {...choicesOf(o)} chosen={checkedOf(o)[0]} />,
  },
  {
    component: "checkboxes",
    fixtures: [
      "with hint",
      "with legend as a page heading",
      "with error message and hint",
      "small with hint",
    ],
    draw: (o) => <govuk.Checkboxes {...choicesOf(o)} chosen={checkedOf(o)} />,
  },
  {
    component: "summary-list",
    fixtures: ["actions href", "single action with anchor", "empty items array"],
    draw: (o) => <govuk.SummaryList rows={rowsOf(o)} />,
  },
  {
    component: "summary-list",
    fixtures: [
      "as a summary card with a text header",
      "as a summary card with actions",
      "summary card with only 1 action",
      "as a summary card with a custom header level",
    ],
    draw: (o) => (
      <govuk.SummaryCard
        title={o.card.title.text}
        headingLevel={`h${(o.card.title.headingLevel ?? 2) as 2 | 3 | 4}`}
        actions={o.card.actions?.items}
      >
        <govuk.SummaryList rows={rowsOf(o)} />
      </govuk.SummaryCard>
    ),
  },
  {
    component: "tag",
    fixtures: ["default", "grey", "green", "purple", "red", "orange", "yellow"],
    draw: (o) => (
      <govuk.Tag colour={o.classes?.replace("govuk-tag--", "") as govuk.TagColour | undefined}>
        {o.text}
      </govuk.Tag>
    ),
  },
  {
    component: "inset-text",
    fixtures: ["default"],
    draw: (o) => <govuk.InsetText>{o.text}</govuk.InsetText>,
  },
  {
    component: "warning-text",
    fixtures: ["default", "multiple lines"],
    draw: (o) => <govuk.WarningText>{o.text}</govuk.WarningText>,
  },
  {
    component: "notification-banner",
    fixtures: ["default", "with type as success", "custom title"],
    draw: (o) => (
      <govuk.NotificationBanner type={o.type} title={o.titleText} titleId="govuk-notification-banner-title">
        {o.text}
      </govuk.NotificationBanner>
    ),
  },
  {
    component: "details",
    fixtures: ["default", "expanded", "id"],
    draw: (o) => (
      <govuk.Details summary={o.summaryText} open={o.open} id={o.id}>
        {o.text}
      </govuk.Details>
    ),
  },
  {
    component: "skip-link",
    fixtures: ["default", "custom href"],
    draw: (o) => <govuk.SkipLink href={o.href} text={o.text} />,
  },
];

/** An example of the design system: its options, and the HTML that it is drawn as. */
export function readFixture(component: string, name: string): { options: Options; html: string } {
  const path = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  const { fixtures } = JSON.parse(readFileSync(path, "utf8")) as {
    fixtures: readonly { name: string; options: Options; html: string }[];
  };
  const fixture = fixtures.find((one) => one.name === name);
  if (fixture === undefined) throw new Error(`govuk-frontend has no example "${name}" of ${component}`);
  return fixture;
}
