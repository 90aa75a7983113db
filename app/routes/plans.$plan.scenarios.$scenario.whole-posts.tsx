import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Button, ErrorSummary, Input, InsetText, Select } from "../components/govuk";
import { ReportTable } from "../components/report/report-table";
import { readChoice } from "../lib/page-choice";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { formatTable } from "../reports/format-table";
import { buildWholePostsTable } from "../reports/whole-posts";

const USUAL = "10";
const MOST = 1_000;

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation } = await requireScenario(args);
  const rounds = (scenario.contributions ?? [])
    .filter(({ share }) => share !== undefined)
    .map(({ id, name }) => ({ value: id, text: name }));
  const round = readChoice(args.request, "round", rounds) ?? rounds[0]?.value;
  const posts = new URL(args.request.url).searchParams.get("posts")?.trim() ?? USUAL;
  const isRight = /^\d{1,4}$/.test(posts) && Number(posts) >= 1 && Number(posts) <= MOST;
  return {
    back: `${scenarioHref(scenarioKeyOf(args))}/contributions`,
    form: {
      ...{ rounds, round, posts },
      fault: isRight
        ? null
        : `Enter how many posts, a whole number from 1 to 1,000, such as 10: “${posts}” is not`,
    },
    table:
      isRight && round !== undefined
        ? formatTable(buildWholePostsTable(evaluation, round, Number(posts)))
        : null,
  };
}

export default function WholePostsPage() {
  const { back, form, table } = useLoaderData<typeof loader>();
  return (
    <>
      {form.fault !== null && (
        <ErrorSummary errors={[{ text: form.fault, href: "#posts" }]} description="Nothing was shared out." />
      )}
      <h2 className="govuk-heading-l">Sharing out whole posts</h2>
      <p className="govuk-body app-text">
        How many posts or units, which cannot be divided, each district would have by its share. Nothing here
        changes the plan.{" "}
        <a className="govuk-link" href={back}>
          The contributions
        </a>
      </p>
      {form.round === undefined ? (
        <InsetText>No round of contributions shares a pot, so there are no shares to go by.</InsetText>
      ) : (
        <Form method="get" className="app-text" preventScrollReset noValidate>
          {form.rounds.length > 1 && (
            <Select name="round" label="Round" items={form.rounds} defaultValue={form.round} />
          )}
          <Input
            name="posts"
            id="posts"
            label="Posts to share out"
            defaultValue={form.posts}
            error={form.fault ?? undefined}
            width={4}
            inputMode="numeric"
          />
          <Button look="secondary">Share them out</Button>
        </Form>
      )}
      {table !== null && <ReportTable table={table} captionSize="s" stacks />}
    </>
  );
}
