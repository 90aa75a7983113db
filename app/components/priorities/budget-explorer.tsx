import { type KeyboardEvent, useEffect, useState, useSyncExternalStore } from "react";
import { readPlace } from "../../lib/asked-budget";
import { formatPounds } from "../../reports/format-table";
import {
  changeBeside,
  changesBetween,
  comesTo,
  type FrontierPoints,
  holeAt,
  lastPlace,
  stepAt,
  type WhatMoves,
} from "../../reports/frontier-points";
import {
  aheadWords,
  benefitWords,
  drawnWords,
  moneyWords,
  nothingWords,
  placeWords,
} from "../../reports/frontier-words";
import { Button, Input } from "../govuk";

/** What a page knows about a frontier: the plans, and how the picture shows where a budget or a share stands. */
export type BudgetExplorerProps = {
  readonly frontier: FrontierPoints;
  /** Places: whole pence, or hundredths of a per cent of every budget. */
  readonly present: number;
  readonly lookedAt: number;
  /** What was asked for in the address and cannot be read. */
  readonly error: string | null;
  readonly typed: string;
  /** What the address calls it. */
  readonly field: string;
  /** With several budgets what moves. */
  readonly of: string | null;
  /** Moves the mark in the picture. */
  readonly onLook: (at: number) => void;
};

/** A budget or a share to look at, as a figure and as a slider; what it buys, at once. Without scripts the button asks for it. */
export function BudgetExplorer(props: BudgetExplorerProps) {
  const { frontier, present, lookedAt, typed, error, field, of, onLook } = props;
  const { moves } = frontier;
  const label = labelOf(moves);
  const [at, setAt] = useState(lookedAt);
  const hasScript = useScript();
  useEffect(() => onLook(at), [onLook, at]);
  const last = lastPlace(frontier);
  const step = stepFor(moves, Math.max(last, present));
  const most = Math.ceil(Math.max(last, present) / step) * step;
  const slide = (place: number): void => {
    setAt(place);
    const input = document.getElementById(field);
    if (input instanceof HTMLInputElement) input.value = placeWords(moves, place).replace(/[£%]/g, "");
  };
  return (
    <form method="get" action="#frontier" className="app-budget">
      {of !== null && <input type="hidden" name="of" value={of} />}
      <div className="app-budget__figure">
        <Input
          key={typed}
          name={field}
          label={label}
          hint={
            hasScript
              ? "It changes nothing in the scenario. The arrow keys move the slider from one change of the plan to the next."
              : "It changes nothing in the scenario."
          }
          {...(moves.kind === "all" ? { suffix: "%" } : { prefix: "£" })}
          width={10}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed}
          error={error ?? undefined}
          onChange={({ currentTarget }) => {
            const read = readPlace(moves, currentTarget.value);
            if (read.ok) setAt(read.at);
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
          max={most}
          step="any"
          value={Math.min(at, most)}
          aria-valuetext={placeWords(moves, at)}
          onChange={({ currentTarget }) => slide(Math.round(Number(currentTarget.value) / step) * step)}
          onKeyDown={(event) => {
            const side = sideOf(event);
            if (side === null) return;
            event.preventDefault();
            slide(changeBeside(frontier, Math.min(at, most), side));
          }}
        />
      )}
      <BudgetAnswer frontier={frontier} at={at} />
    </form>
  );
}

function labelOf(moves: WhatMoves): string {
  if (moves.kind === "only") return "A budget to look at";
  return moves.kind === "one"
    ? `An amount of ${moves.name} to look at`
    : "A share of every budget to look at";
}

/** What a budget or a share buys, beside the present plan. */
function BudgetAnswer({ frontier, at }: { readonly frontier: FrontierPoints; readonly at: number }) {
  const { moves, points, lines, now } = frontier;
  const point = holeAt(frontier, at) === undefined ? points[stepAt(frontier, at)] : undefined;
  if (point === undefined) {
    return (
      <p className="govuk-body" role="status">
        {nothingWords(frontier, at)}
      </p>
    );
  }
  const changes = now === null ? null : changesBetween(frontier, now.chosen, point.chosen);
  return (
    <>
      <p className="govuk-body" role="status">
        With <strong>{moneyWords(moves, at)}</strong> the best plan funds {point.chosen.length} of{" "}
        {lines.length} lines{drawnWords(moves, point.pence)} and brings{" "}
        <strong>{benefitWords(point.benefit)}</strong>
        {now !== null && `, ${comparedText(point.benefit - now.benefit)}`}.{" "}
        {formatPounds(comesTo(moves, at) - BigInt(point.pence))} is left.
      </p>
      <dl className="app-budget__changes">
        <Names label="Comes in" names={changes?.enters ?? []} />
        <Names label="Goes out" names={changes?.leaves ?? []} />
        <Names label="Changes its level to" names={changes?.changes ?? []} />
      </dl>
      <p className="govuk-body-s">{aheadWords(frontier, at)}</p>
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
  return `${benefitWords(Math.abs(more))} ${more > 0 ? "more" : "less"} than the present plan`;
}

const KEYS: Readonly<Record<string, "above" | "below">> = {
  ArrowRight: "above",
  ArrowUp: "above",
  ArrowLeft: "below",
  ArrowDown: "below",
};

/** Where an arrow key leads; null for every other key. */
function sideOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): "above" | "below" | null {
  return altKey || ctrlKey || metaKey ? null : (KEYS[key] ?? null);
}

/** A drag stops at round amounts or shares, about five hundred of them across; the least are a pound, half a per cent. */
function stepFor({ kind }: WhatMoves, most: number): number {
  const wanted = Math.max(kind === "all" ? 50 : 100, most / 500);
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
