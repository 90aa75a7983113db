import type { FrontierPoints, FrontierStep } from "./frontier-points";

/**
 * {@link FrontierPoints} as they are sent to a page: plans that follow one another are nearly the same, so that of each
 * only what changes is sent.
 */
export type PackedFrontier = Omit<FrontierPoints, "points"> & {
  /** By point, in their order: how much further it is than the point before. */
  readonly further: readonly number[];
  /** Whole pence that it draws more than the point before; null where each draws what its place says. */
  readonly dearer: readonly number[] | null;
  readonly benefits: readonly number[];
  /** Choices that come in or go out of the plan before, which has none at the first. */
  readonly turned: readonly (readonly number[])[];
};

/** The choices of each point have to be in ascending order. */
export function packFrontier({ points, ...others }: FrontierPoints): PackedFrontier {
  return {
    ...others,
    further: differences(points.map(({ at }) => at)),
    dearer: points.every(({ at, pence }) => at === pence)
      ? null
      : differences(points.map(({ pence }) => pence)),
    benefits: points.map(({ benefit }) => benefit),
    turned: points.map(({ chosen }, place) => turned(points[place - 1]?.chosen ?? [], chosen)),
  };
}

/** The same points as were packed. */
export function unpackFrontier(packed: PackedFrontier): FrontierPoints {
  const { further, dearer, benefits, turned: turns, ...others } = packed;
  const places = sums(further);
  const pence = dearer === null ? places : sums(dearer);
  let chosen: readonly number[] = [];
  const points = turns.map((turn, place): FrontierStep => {
    chosen = turned(chosen, turn).toSorted((a, b) => a - b);
    return {
      at: places[place] as number,
      pence: pence[place] as number,
      benefit: benefits[place] as number,
      chosen,
    };
  });
  return { ...others, points };
}

/** What is in one of two lists alone: of two plans what changes, of a plan and its changes the other plan. */
function turned(one: readonly number[], other: readonly number[]): number[] {
  const [ofOne, ofOther] = [new Set(one), new Set(other)];
  return [...one.filter((choice) => !ofOther.has(choice)), ...other.filter((choice) => !ofOne.has(choice))];
}

const differences = (values: readonly number[]): number[] =>
  values.map((value, place) => value - (values[place - 1] ?? 0));

function sums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}
