import { MOST_SEATS, type TelephoneQuestion } from "../reports/telephone";

export type TelephoneField = "calls" | "minutes" | "patience" | "wait" | "hours" | "fte";

/** The form as a page shows it: what was typed and what is wrong with it. */
export type TelephoneForm = {
  readonly values: Readonly<Record<TelephoneField, string>>;
  readonly faults: Readonly<Partial<Record<TelephoneField, string>>>;
  /** Null where a field is wrong. */
  readonly question: TelephoneQuestion | null;
};

type Rule = { readonly usual: string; readonly what: string; readonly least: number; readonly most: number };

/** What is usual: a small line that is open day and night; the hours of an FTE after leave, training and sickness. */
const RULES: Readonly<Record<TelephoneField, Rule>> = {
  calls: { usual: "6", what: "the calls an hour", least: 0.1, most: 1_000 },
  minutes: { usual: "20", what: "the minutes that a call takes", least: 0.1, most: 240 },
  patience: {
    usual: "",
    what: "the minutes that callers hold on, or leave it empty,",
    least: 0.1,
    most: 240,
  },
  wait: { usual: "20", what: "the percentage of callers who may wait", least: 0.1, most: 99 },
  hours: { usual: "8760", what: "the hours a year in which the line is open", least: 1, most: 8_784 },
  fte: { usual: "1591", what: "the working hours of a full-time equivalent", least: 100, most: 2_500 },
};
const FIELDS = Object.keys(RULES) as readonly TelephoneField[];

/** Reads the question from the address; what is not there is as most people ask it. */
export function readTelephone(request: Request): TelephoneForm {
  const { searchParams } = new URL(request.url);
  const values = Object.fromEntries(
    FIELDS.map((field) => [field, searchParams.get(field)?.trim() ?? RULES[field].usual]),
  ) as Readonly<Record<TelephoneField, string>>;
  const faults = faultsOf(values);
  const number = (field: TelephoneField): number => Number(values[field].replaceAll(",", ""));
  const question: TelephoneQuestion = {
    callsAnHour: number("calls"),
    minutesACall: number("minutes"),
    minutesPatience: values.patience === "" ? null : number("patience"),
    mayWaitPercent: number("wait"),
    hoursOpen: number("hours"),
    hoursPerFte: number("fte"),
  };
  return { values, faults, question: Object.keys(faults).length === 0 ? question : null };
}

function faultsOf(values: TelephoneForm["values"]): TelephoneForm["faults"] {
  const wrong = FIELDS.filter((field) => !isRight(field, values[field]));
  if (wrong.length === 0 && Number(values.calls) * Number(values.minutes) > MOST_SEATS * 45)
    return {
      calls: `Enter fewer calls, or shorter ones: ${values.calls} an hour of ${values.minutes} minutes keep more than ${(MOST_SEATS * 3) / 4} people busy`,
    };
  return Object.fromEntries(
    wrong.map((field) => {
      const { what, least, most, usual } = RULES[field];
      const example = usual === "" ? "5" : usual;
      return [
        field,
        `Enter ${what} as a figure from ${least} to ${most.toLocaleString("en-GB")}, such as ${example}: “${values[field]}” is not`,
      ];
    }),
  );
}

function isRight(field: TelephoneField, text: string): boolean {
  if (field === "patience" && text === "") return true;
  const value = Number(text.replaceAll(",", ""));
  return /^[\d,]+(\.\d{1,2})?$/.test(text) && value >= RULES[field].least && value <= RULES[field].most;
}
