import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RoundForm } from "../components/forms/round-form";
import { SavedNotice } from "../components/forms/save-answers";
import { Details, InsetText } from "../components/govuk";
import { LiveStatus } from "../components/live/live-status";
import { Figure } from "../components/report/figure";
import { KeyFigures } from "../components/report/key-figures";
import { OnThisPage, type PagePart } from "../components/report/on-this-page";
import { ReportTable } from "../components/report/report-table";
import { roundForm } from "../forms/round-form";
import type { SaveAnswer } from "../forms/save-answer";
import { answerForm } from "../forms/save-form.server";
import { useSaves } from "../forms/use-saves";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import type { ShownTable } from "../lib/shown-table";
import { movedBeside, movedFigures, movedTable } from "../live/moved";
import { useCanEdit } from "../lib/signed-in";
import { typedFields } from "../live/typed-fields";
import { useLiveFigures } from "../live/use-live-figures";
import { useTyping } from "../live/use-typing";
import { showContributions } from "../pages/show-contributions";

export async function loader(args: LoaderFunctionArgs) {
  const { scenario, evaluation, revision } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  const forms = (scenario.contributions ?? []).map((round) => ({
    id: round.id,
    form: roundForm(scenario, round),
  }));
  return { href, revision, forms, shown: showContributions({ evaluation, href }) };
}

export const action = (args: ActionFunctionArgs): Promise<Response> =>
  answerForm(args, (href) => `${href}/contributions`);

export default function ContributionsPage() {
  const canEdit = useCanEdit();
  const { href, revision, forms, ...loaded } = useLoaderData<typeof loader>();
  const { saves, dispatch } = useSaves({ href, revision });
  const typing = useTyping();
  const { shown, saved, live, getReady } = useLiveFigures({
    ...{ page: "contributions", subject: "", href, revision },
    saved: loaded.shown,
    typed: typedFields(saves, typing.typing),
  });
  const answer = useActionData<SaveAnswer>();
  return (
    <>
      <SavedNotice />
      <h2 className="govuk-heading-l">Contributions</h2>
      {forms.length === 0 && (
        <InsetText>
          This scenario asks no districts for a contribution. Enter the lot that they are to pay for on the
          page{" "}
          <a className="govuk-link" href={`${href}/lots`}>
            Lots
          </a>
          , then add a round.
        </InsetText>
      )}
      {canEdit && (
        <p className="govuk-body">
          <a className="govuk-link" href={`${href}/edit/contributions/-`}>
            Add a round of contributions
          </a>
        </p>
      )}
      {shown.rounds.length > 0 && (
        <OnThisPage parts={shown.rounds.flatMap((round) => partsOf(round, shown.rounds.length === 1))} />
      )}
      {forms.map(({ id, form }) => {
        const round = shown.rounds.find((one) => one.id === id);
        const before = saved.rounds.find((one) => one.id === id);
        if (round === undefined || before === undefined) return null;
        return (
          <section key={id} id={id} aria-labelledby={`${id}-heading`}>
            <h3 className="govuk-heading-m" id={`${id}-heading`}>
              {round.name}
            </h3>
            <p className="govuk-body app-text">{round.about}</p>
            {canEdit && <RoundLinks href={href} round={id} members={form.members} />}
            <LiveStatus live={live} />
            <KeyFigures figures={movedFigures(before.figures, round.figures)} />
            <RoundForm
              round={form}
              figures={movedBeside(before.beside, round.beside)}
              workingHref={(member) => `${href}/explain/share/${id}/${member}`}
              typing={typing}
              onReady={getReady}
              {...{ revision, answer, saves, dispatch }}
            />
            <Figure {...round.shares} {...movedTable(before.shares, round.shares)} />
            {round.tables.map((table) => (
              <ReportTable key={table.table.id} {...movedTable(sameTable(before.tables, table), table)} />
            ))}
            {form.weights.length > 0 && (
              <p className="govuk-body">
                <a className="govuk-link" href={`${href}/whole-posts?round=${id}`}>
                  Share out whole posts by these shares
                </a>
              </p>
            )}
          </section>
        );
      })}
    </>
  );
}

type ShownRound = ReturnType<typeof showContributions>["rounds"][number];

/** A round and its tables, whose titles begin with its name: said only where there are several. */
function partsOf({ id, name, tables }: ShownRound, isOnly: boolean): readonly PagePart[] {
  const inShort = (title: string): string => {
    const rest = isOnly && title.startsWith(`${name}: `) ? title.slice(name.length + 2) : title;
    return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
  };
  return [
    { id, text: isOnly ? "Choices, weights and shares" : name },
    ...tables.map(({ table }) => ({ id: table.id, text: inShort(table.title) })),
  ];
}

/** The table as it was saved; one that only edits have made stands for itself. */
function sameTable(saved: readonly ShownTable[], { table, ...rest }: ShownTable): ShownTable {
  return saved.find((one) => one.table.id === table.id) ?? { table, ...rest };
}

/** Everything of a round that its own form does not have: its terms, and who is asked. */
function RoundLinks({
  href,
  round,
  members,
}: {
  readonly href: string;
  readonly round: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}) {
  const path = `contributions/${round}`;
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-link" href={`${href}/${path}`}>
          Change the terms: period, pot, weights, floor and cap, phase-in, collar, buy-in, and who is asked
        </a>
      </p>
      <Details summary="Who is asked">
        <ul className="govuk-list">
          {members.map(({ id, name }) => (
            <li key={id}>
              {name}:{" "}
              <a className="govuk-link" href={`${href}/edit/${path}/members/${id}`}>
                change<span className="govuk-visually-hidden"> {name}</span>
              </a>
              ,{" "}
              <a className="govuk-link" href={`${href}/delete/${path}/members/${id}`}>
                take out<span className="govuk-visually-hidden"> {name}</span>
              </a>
            </li>
          ))}
        </ul>
        <a className="govuk-link" href={`${href}/edit/${path}/members/-`}>
          Ask another organisation
        </a>
      </Details>
    </>
  );
}
