import type { Evaluation } from "../../scenarios/model/evaluation";
import type { ContributionRound } from "../../scenarios/model/scenario";
import type { WorkbookCheck, WorkbookPlaces } from "./workbook-check";

/** What the planner would refuse: dates out of order, weights that are not the whole, a year without a rate. */
export function inputChecks({ scenario }: Evaluation, at: WorkbookPlaces): WorkbookCheck[] {
  const input = (path: string): string => at("Inputs").cell(path, "value");
  return [
    filledCheck(at),
    datesCheck(at),
    ratesCheck(at),
    ...(scenario.contributions ?? []).flatMap((round) => weightChecks(round, input)),
  ];
}

/** A figure that was removed or typed as text counts as nothing, so it must not go unnoticed. */
function filledCheck(at: WorkbookPlaces): WorkbookCheck {
  const inputs = at("Inputs");
  const [value, planner] = [inputs.column("value"), inputs.column("planner")];
  return {
    id: "filled",
    about: "Every assumption has a value, and figures are figures",
    formula: `COUNT(${planner})-COUNT(${value})+COUNTIF(${value},"")`,
    where: "Inputs",
    counts: true,
  };
}

function datesCheck(at: WorkbookPlaces): WorkbookCheck {
  const service = at("Service");
  return {
    id: "dates",
    about: "Everything ends after it starts",
    formula: `SUMPRODUCT(--(${service.column("start")}>${service.column("end")}))`,
    where: "Inputs",
    counts: true,
  };
}

function ratesCheck(at: WorkbookPlaces): WorkbookCheck {
  return {
    id: "rates",
    about: "Every year in which a price rises has a rate, and Prices shows it",
    formula: `SUM(${at("Prices").column("missing")})`,
    where: "Inputs, Prices",
    counts: true,
  };
}

type Input = (path: string) => string;

function weightChecks(
  { id, name, share, whenSomeDecline }: ContributionRound,
  input: Input,
): WorkbookCheck[] {
  const path = `/contributions/${id}`;
  const weights = (share?.weights ?? []).map(({ basis }) => input(`${path}/share/weights/${basis}/percent`));
  const funders = whenSomeDecline?.rule === "fixed-share" ? (whenSomeDecline.toppedUpBy ?? []) : [];
  const topUps = funders.map(({ organisation }) =>
    input(`${path}/whenSomeDecline/toppedUpBy/${organisation}/percent`),
  );
  return [
    ...(weights.length === 0
      ? []
      : [
          {
            id: `weights-${id}`,
            about: `${name}: the weights sum to 100%`,
            formula: `100*ROUND(${weights.join("+")}-1,8)`,
            where: "Inputs",
            counts: true,
          },
        ]),
    ...(topUps.length === 0
      ? []
      : [
          {
            id: `top-ups-${id}`,
            about: `${name}: the top-ups sum to at most 100%`,
            formula: `100*MAX(0,ROUND(${topUps.join("+")}-1,8))`,
            where: "Inputs",
            counts: true,
          },
        ]),
  ];
}
