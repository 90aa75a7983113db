import type { MemberOutcome } from "../../scenarios/model/evaluation";
import type { RoundMember } from "../../scenarios/model/scenario";
import { namesOf } from "../reports/names";
import { known } from "../reports/table-parts";
import { MEMBER_STATES } from "../reports/words";
import {
  addressesOf,
  type Cells,
  type ContributionYear,
  memberPlaces,
  pounds,
  rowStart,
  type Working,
} from "./contribution-sources";
import { buyInRow } from "./price-chains";
import { choiceCode } from "./round-inputs";
import { historicPath, NO_MOST } from "./round-terms";
import { AMONG, type Among, basisColumn, POPULATION } from "./share-columns";
import { CANNOT, shareFormulas } from "./share-formulas";
import type { Vectors } from "./share-vectors";
import type { SheetCell } from "./sheet";
import { NOTHING } from "./table-sheet";

/** A member: its choice, what its share is worked out from, the working, and what it pays. */
export function memberCells(sources: ContributionYear, member: RoundMember, at: number): Cells {
  const { terms, inputs, evaluation, figures, working } = sources;
  const choice = addressesOf(sources).member(at, "choice");
  return {
    ...rowStart(sources, namesOf(evaluation.scenario).organisation(member.organisation)),
    choice: { value: choiceCode(member.choice), formula: inputs.at(`${memberPath(sources, member)}/choice`) },
    ...(member.status === undefined ? {} : { status: { value: MEMBER_STATES[member.status] } }),
    takes: { value: figures.takes[at] ?? 0, formula: `IF(ISNUMBER(FIND("B",${choice})),1,0)` },
    order: { value: figures.order[at] ?? 0 },
    ...basisCells(sources, member, at),
    ...boundCells(sources, member, at),
    ...(working === null ? {} : workingCells(sources, working, at)),
    ...paymentCells(sources, member, at, known(terms.outcome.members[at], `the outcome of member ${at}`)),
  };
}

function memberPath({ terms }: ContributionYear, member: RoundMember): string {
  return `/contributions/${terms.round.id}/members/${member.organisation}`;
}

function basisCells({ terms, inputs, figures }: ContributionYear, member: RoundMember, at: number): Cells {
  const bases = (terms.round.share?.weights ?? []).map(({ basis }, place) => ({ basis, place }));
  const historic = historicPath(terms.round, member);
  return {
    ...Object.fromEntries(
      bases
        .filter(({ basis }) => basis !== "equal")
        .map(({ basis, place }): [string, SheetCell] => {
          const formula = inputs.at(`/areas/${member.area}/bases/${basis}`);
          const value = figures.bases[place]?.figures[at] ?? 0;
          return [
            basisColumn(basis),
            { value, formula, format: Number.isInteger(value) ? "whole" : "quantity" },
          ];
        }),
    ),
    ...(historic === null
      ? {}
      : {
          historic: {
            value: figures.historic[at] ?? 0,
            ...formulaOf(inputs.has(historic), () => inputs.at(historic)),
          },
        }),
  };
}

function formulaOf(has: boolean, formula: () => string): { readonly formula?: string } {
  return has ? { formula: formula() } : {};
}

/** The least and the most of a full year, for the months of the year, to the penny. */
function boundCells(sources: ContributionYear, member: RoundMember, at: number): Cells {
  const { refs, inputs, figures, months } = sources;
  if (!refs.bounded) return {};
  const cell = (field: "minimum" | "maximum", value: number): SheetCell => {
    const path = `${memberPath(sources, member)}/${field}`;
    return { value, ...formulaOf(inputs.has(path), () => `ROUND(${inputs.at(path)}*${months}/12,2)`) };
  };
  return {
    least: cell("minimum", figures.least[at] ?? 0),
    most: cell("maximum", figures.most[at] ?? NO_MOST),
  };
}

function workingCells(sources: ContributionYear, working: Working, at: number): Cells {
  const cells = AMONG.flatMap((among) => {
    const formulas = shareFormulas(memberPlaces(sources, at), sources.refs, among);
    return Object.entries(formulas).map(([id, formula]): [string, SheetCell] => {
      const isResult = id === `result-${among}`;
      const value = isResult ? resultOf(sources, working[among], among, at) : (working[among][id]?.[at] ?? 0);
      return [id, { value, formula }];
    });
  });
  return Object.fromEntries(cells);
}

/** The floor, and a spare penny where the rank earns one. */
function resultOf(
  { figures }: ContributionYear,
  vectors: Vectors,
  among: Among,
  at: number,
): number | string {
  const column = (id: string): readonly number[] => vectors[`${id}-${among}`] ?? [];
  const sum = (id: string): number => column(id).reduce((total, value) => total + value, 0);
  if (Math.abs(sum("quota") - figures.pot * 100) >= 0.01) return CANNOT;
  const penny = (column("rank")[at] ?? 0) <= Math.round(sum("fraction")) ? 1 : 0;
  return ((column("floor")[at] ?? 0) + penny) / 100;
}

function paymentCells(
  sources: ContributionYear,
  member: RoundMember,
  at: number,
  outcome: MemberOutcome,
): Cells {
  const { inputs, place, months, working } = sources;
  const { pot, member: cellOf } = addressesOf(sources);
  const own = (column: string): string => cellOf(at, column);
  const [share, override, buyIn] = [outcome.share, outcome.override, outcome.buyIn].map(
    (years) => years?.[place] ?? 0n,
  ) as [bigint, bigint, bigint];
  const payable = (among: Among): string =>
    `IF(ISNUMBER(${own(`result-${among}`)}),${own(`result-${among}`)},0)`;
  const paysNothing = `OR(${pot("takes")}=0,${own("takes")}=0)`;
  const agreed = `${memberPath(sources, member)}/override/annual`;
  const shareFormula = `IF(${paysNothing},0,IF(${pot("choice")}="re-spread",${payable("payers")},${payable("all")}))`;
  const overrideFormula = (): string =>
    `IF(${paysNothing},0,ROUND(${inputs.at(agreed)}*${months}/12,2)-${own("share")})`;
  return {
    share: { value: pounds(share), ...formulaOf(working !== null, () => shareFormula) },
    override: { value: pounds(override), ...formulaOf(inputs.has(agreed), overrideFormula) },
    "buy-in": buyInCell(sources, member, own("choice"), buyIn),
    "top-up": { value: 0 },
    pays: { value: pounds(share + override + buyIn), formula: `SUM(${own("share")}:${own("top-up")})` },
    shortfall: { value: 0 },
    ...(working === null ? {} : { change: changeCell(outcome, place, own) }),
    ...perResidentCell(sources, member, share + override + buyIn, own),
  };
}

/** By the population that the shares go by; nobody pays it, so that it is not rounded. */
function perResidentCell(
  { evaluation, uses, terms }: ContributionYear,
  { area }: RoundMember,
  pays: bigint,
  own: (column: string) => string,
): Cells {
  const isBasis = (terms.round.share?.weights ?? []).some(({ basis }) => basis === POPULATION);
  if (!uses.bases.includes(POPULATION) || !isBasis) return {};
  const people = Number(evaluation.scenario.areas.find(({ id }) => id === area)?.bases[POPULATION] ?? "0");
  const residents = own(basisColumn(POPULATION));
  const formula = `IF(${residents}=0,"${NOTHING}",${own("pays")}/${residents})`;
  return { "per-resident": { value: people === 0 ? NOTHING : pounds(pays) / people, formula } };
}

function buyInCell(sources: ContributionYear, member: RoundMember, choice: string, buyIn: bigint): SheetCell {
  const { prices, terms, year, months } = sources;
  const row = buyInRow(terms.round.id, member.organisation);
  const formula = (): string =>
    `IF(ISNUMBER(FIND("A",${choice})),ROUND(${prices.cell(row, year)}*${months}/12,2),0)`;
  return { value: pounds(buyIn), ...formulaOf(prices.has(row), formula) };
}

/** What it pays towards the pot, less what it was asked for if all joined. */
function changeCell(
  { asked, share, override }: MemberOutcome,
  place: number,
  own: (column: string) => string,
): SheetCell {
  const towards = (share[place] ?? 0n) + (override?.[place] ?? 0n);
  const formula = `IF(ISNUMBER(${own("result-all")}),${own("share")}+${own("override")}-${own("result-all")},"${CANNOT}")`;
  return { value: asked === null ? CANNOT : pounds(towards - (asked[place] ?? 0n)), formula };
}
