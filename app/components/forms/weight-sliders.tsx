import { type ChangeEvent, type ReactNode, useRef } from "react";
import { balanceWeights } from "../../forms/balance-weights";
import type { ShownField } from "../../forms/fields";
import { readValue } from "../../forms/read-value";
import type { Edit } from "../../forms/saves";

/**
 * The weights of a round: a number field for each, and where script runs a slider below it. One value, two ways to set
 * it: moving a slider keeps the sum at 100, the others give or take in their proportions.
 */
export function WeightSliders({
  fields,
  texts,
  hasSliders,
  numberField,
  onMove,
  onRest,
}: {
  readonly fields: readonly ShownField[];
  /** What stands in each number field now. */
  readonly texts: readonly string[];
  readonly hasSliders: boolean;
  readonly numberField: (field: ShownField, text: string) => ReactNode;
  readonly onMove: (edit: Edit) => void;
  /** The pointer or the keys rest: the weights stand as they are meant. */
  readonly onRest: (slider: HTMLElement) => void;
}) {
  const start = useRef<readonly number[] | null>(null);
  if (fields.length === 0) return null;
  const percents = texts.map(percentOf);
  const move = (place: number, { target }: ChangeEvent<HTMLInputElement>): void => {
    // Counted from where the slider was taken up, so that moving it back and forth changes nothing.
    start.current ??= percents;
    const balanced = balanceWeights(start.current, place, Number(target.value));
    onMove(Object.fromEntries(fields.map(({ name }, at) => [name, String(balanced[at] ?? 0)])));
  };
  return (
    <div role="group" aria-label="Weights" data-together="whole">
      <div className="app-round__weights">
        {fields.map((field, place) => (
          <div key={field.name} className="app-slider">
            {numberField(field, texts[place] ?? "")}
            {hasSliders && (
              <input
                className="app-slider__range"
                type="range"
                min={0}
                max={100}
                step={1}
                value={percents[place] ?? 0}
                aria-label={`${field.label}, as a slider`}
                aria-valuetext={`${percents[place] ?? 0}%`}
                onChange={(event) => move(place, event)}
                onBlur={() => {
                  start.current = null;
                }}
                onPointerUp={({ currentTarget }) => onRest(currentTarget)}
                onKeyUp={({ currentTarget }) => onRest(currentTarget)}
              />
            )}
          </div>
        ))}
      </div>
      <p className="govuk-body" role="status">
        {sumWords(sumOf(percents))} {hasSliders && "A slider moves the others in proportion."}
      </p>
    </div>
  );
}

/** Why weights cannot be saved yet, if so: the field to mend and what to do. */
export function weightsNeeded(
  fields: readonly ShownField[],
  texts: readonly string[],
): { readonly name: string; readonly why: string } | null {
  const [first] = fields;
  const sum = sumOf(texts.map(percentOf));
  if (first === undefined || isHundred(sum)) return null;
  return { name: first.name, why: `${sumWords(sum)} Change one, and they are saved.` };
}

const sumOf = (percents: readonly number[]): number => percents.reduce((sum, percent) => sum + percent, 0);
const isHundred = (sum: number): boolean => Math.abs(sum - 100) < 1e-9;

/** What cannot be read counts as nothing until it can. */
function percentOf(text: string): number {
  const read = readValue("percent", text);
  return read.ok ? Number(read.value) : 0;
}

function sumWords(sum: number): string {
  const said = `The weights sum to ${Number(sum.toFixed(6))}%.`;
  return isHundred(sum) ? said : `${said} They have to sum to 100%.`;
}
