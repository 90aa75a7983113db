import { useEffect, useState, useSyncExternalStore } from "react";
import { readBudget } from "../../lib/asked-budget";
import { formatPounds } from "../../reports/format-table";
import { changesBetween, type FrontierPoints, stepAt } from "../../reports/frontier-points";
import { Button, Input } from "../govuk";

/** What a page knows about a frontier: the plans, and how the picture shows where a budget stands. */
export type BudgetExplorerProps = {
  readonly frontier: FrontierPoints;
  /** In whole pence. */
  readonly present: number;
  readonly lookedAt: number;
  /** What was asked for in the address and cannot be read. */
  readonly error: string | null;
  readonly typed: string;
  /** With several budgets the name of the one that moves, and its id. */
  readonly named: string | null;
  readonly of: string | null;
  /** Moves the mark in the picture. */
  readonly onLook: (pence: number) => void;
};

/** A budget to look at, as a figure and as a slider; what it buys, at once. Without scripts the button asks for it. */
export function BudgetExplorer(props: BudgetExplorerProps) {
  const { frontier, present, lookedAt, typed, error, named, of, onLook } = props;
  const label = named === null ? "A budget to look at" : `An amount of ${named} to look at`;
  const [pence, setPence] = useState(lookedAt);
  const hasScript = useScript();
  useEffect(() => onLook(pence), [onLook, pence]);
  const most = Math.max(frontier.points.at(-1)?.pence ?? 0, present);
  const step = stepFor(most);
  const slide = (value: number): void => {
    setPence(value);
    const input = document.getElementById("budget");
    if (input instanceof HTMLInputElement) input.value = poundsText(value);
  };
  return (
    <form method="get" action="#frontier" className="app-budget">
      {of !== null && <input type="hidden" name="of" value={of} />}
      <div className="app-budget__figure">
        <Input
          key={typed}
          name="budget"
          label={label}
          hint="It changes nothing in the scenario."
          prefix="£"
          width={10}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed}
          error={error ?? undefined}
          onChange={({ currentTarget }) => {
            const read = readBudget(currentTarget.value);
            if (read.ok) setPence(read.pence);
          }}
        />
        <Button look="secondary">Show</Button>
      </div>
      {hasScript && (
        <input
          type="range"
          className="app-budget__slider"
          aria-label={`${label}, as a slider`}
          min={0}
          max={Math.ceil(most / step) * step}
          step={step}
          value={Math.min(pence, Math.ceil(most / step) * step)}
          aria-valuetext={formatPounds(BigInt(pence))}
          onChange={({ currentTarget }) => slide(Number(currentTarget.value))}
        />
      )}
      <BudgetAnswer {...{ frontier, present, pence, named }} />
    </form>
  );
}

/** What a budget buys, beside the present plan. */
function BudgetAnswer({
  frontier,
  present,
  pence,
  named,
}: Pick<BudgetExplorerProps, "frontier" | "present" | "named"> & { readonly pence: number }) {
  const { points, lines } = frontier;
  const place = stepAt(frontier, pence);
  const [point, next, now] = [points[place], points[place + 1], points[stepAt(frontier, present)]];
  const ofIt = named === null ? "" : ` of ${named}`;
  const budget = `${formatPounds(BigInt(pence))}${ofIt}`;
  if (point === undefined) {
    const least =
      next === undefined
        ? ""
        : ` The cheapest plan ${named === null ? "costs" : "needs"} ${formatPounds(BigInt(next.pence))}${ofIt}.`;
    return (
      <p className="govuk-body" role="status">
        With {budget} no plan obeys all the rules.{least}
      </p>
    );
  }
  const changes = now === undefined ? null : changesBetween(frontier, now.chosen, point.chosen);
  const ahead = next === undefined ? null : changesBetween(frontier, point.chosen, next.chosen);
  return (
    <>
      <p className="govuk-body" role="status">
        With <strong>{budget}</strong> the best plan funds {point.chosen.length} of {lines.length} lines
        {named === null ? " for " : ", draws "}
        {formatPounds(BigInt(point.pence))}
        {named === null ? "" : " from it"} and brings <strong>{benefitText(point.benefit)}</strong>
        {now !== undefined && `, ${comparedText(point.benefit - now.benefit)}`}.{" "}
        {formatPounds(BigInt(pence - point.pence))} is left.
      </p>
      <dl className="app-budget__changes">
        <Names label="Comes in" names={changes?.enters ?? []} />
        <Names label="Goes out" names={changes?.leaves ?? []} />
        <Names label="Changes its level to" names={changes?.changes ?? []} />
      </dl>
      {ahead !== null && next !== undefined && (
        <p className="govuk-body-s">
          The next change is at {formatPounds(BigInt(next.pence))}:{" "}
          {[
            ...ahead.enters.map((name) => `${name} comes in`),
            ...ahead.leaves.map((name) => `${name} goes out`),
            ...ahead.changes.map((name) => `${name} instead of another level`),
          ].join("; ")}
          .
        </p>
      )}
      {ahead === null && <p className="govuk-body-s">More money would change nothing.</p>}
    </>
  );
}

function Names({ label, names }: { readonly label: string; readonly names: readonly string[] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{names.length === 0 ? "Nothing" : names.join("; ")}</dd>
    </div>
  );
}

function comparedText(more: number): string {
  if (Math.abs(more) < 0.005) return "as the present plan does";
  return `${benefitText(Math.abs(more))} ${more > 0 ? "more" : "less"} than the present plan`;
}

const TWO_DECIMALS = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const benefitText = (benefit: number): string => TWO_DECIMALS.format(benefit);

const poundsText = (pence: number): string => formatPounds(BigInt(pence)).slice(1);

/** About five hundred steps across, each of a round amount. */
function stepFor(mostPence: number): number {
  const wanted = Math.max(100, mostPence / 500);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5, 10].find((one) => one * power >= wanted) ?? 10) * power;
}

/** Whether the page's script runs: the first drawing is the one that needs none. */
function useScript(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
