import { ftePerSeat, type LineWaits, lineWaits } from "../../scenarios/calculate/queueing";
import { formatCell } from "./format-table";
import type { Cell, ReportColumn, ReportRow, ReportTable } from "./report-table";

/** What is asked about a telephone line. */
export type TelephoneQuestion = {
  readonly callsAnHour: number;
  readonly minutesACall: number;
  /** How long callers hold on before they hang up, on average; null where nobody does. */
  readonly minutesPatience: number | null;
  /** So many per cent of callers may wait. */
  readonly mayWaitPercent: number;
  readonly hoursOpen: number;
  readonly hoursPerFte: number;
};

/** Rows beyond the first that is enough, to see what one more person does. */
const BEYOND = 2;
/** Rows below it. */
const BELOW = 6;
/** More seats than any line of a sub-region has. */
export const MOST_SEATS = 1_000;

/** What callers meet, and what it takes in staff, by the people who answer at once (rules §6, telephone lines). */
export function buildTelephoneTable(question: TelephoneQuestion): ReportTable {
  const enough = seatsEnough(question);
  const first = Math.max(1, Math.min(enough, Math.floor(loadOf(question)) + 1), enough - BELOW);
  const seats = Array.from({ length: enough + BEYOND - first + 1 }, (_, place) => first + place);
  return {
    id: "telephone",
    title: "By people who answer at the same time",
    note: `At ${figure(question.callsAnHour)} calls an hour of ${figure(question.minutesACall)} minutes each, which keep ${figure(loadOf(question))} people busy all the time. Staff are for ${figure(question.hoursOpen)} hours a year with as many people in each, at ${figure(question.hoursPerFte)} working hours of a full-time equivalent.`,
    columns: [
      { id: "seats", label: "People answering", kind: "text" },
      { id: "waits", label: "Callers who wait", kind: "percent" },
      ...(question.minutesPatience === null ? [] : [HANG_UP]),
      { id: "wait", label: "Mean wait (seconds)", kind: "whole" },
      { id: "fte", label: "Staff (FTE)", kind: "quantity" },
    ],
    rows: seats.map((count) => rowOf(question, count, enough)),
  };
}

const HANG_UP: ReportColumn = { id: "abandons", label: "Callers who hang up", kind: "percent" };

/** The answer in one sentence with its figures. */
export function telephoneSentence(question: TelephoneQuestion): string {
  const seats = seatsEnough(question);
  const { waits, abandons } = met(question, seats);
  const hangUp = question.minutesPatience === null ? "" : ` and ${percent(abandons)} hang up`;
  return `${seats} ${seats === 1 ? "person" : "people"} answering at the same time ${seats === 1 ? "is" : "are"} enough: ${percent(waits)} of callers wait${hangUp}. That takes ${figure(staffOf(question, seats))} FTE.`;
}

/** The fewest people with whom no more callers wait than may. */
export function seatsEnough(question: TelephoneQuestion): number {
  let seats = 1;
  while (seats < MOST_SEATS && met(question, seats).waits * 100 > question.mayWaitPercent) seats++;
  return seats;
}

const loadOf = ({ callsAnHour, minutesACall }: TelephoneQuestion): number =>
  (callsAnHour * minutesACall) / 60;

function met(question: TelephoneQuestion, seats: number): LineWaits {
  const { minutesPatience, minutesACall } = question;
  return lineWaits(loadOf(question), seats, minutesPatience === null ? null : minutesPatience / minutesACall);
}

function staffOf({ hoursOpen, hoursPerFte }: TelephoneQuestion, seats: number): number {
  return seats * ftePerSeat(hoursPerFte, hoursOpen);
}

function rowOf(question: TelephoneQuestion, seats: number, enough: number): ReportRow {
  const { waits, abandons, meanWait } = met(question, seats);
  const seconds: Cell = Number.isFinite(meanWait)
    ? Math.round(meanWait * question.minutesACall * 60)
    : { value: null, words: "Ever longer", tone: "bad" };
  const hangUp = question.minutesPatience === null ? [] : [abandons * 100];
  const people = seats === enough ? `${seats}, the fewest that are enough` : String(seats);
  return { id: String(seats), cells: [people, waits * 100, ...hangUp, seconds, staffOf(question, seats)] };
}

const figure = (value: number): string => formatCell(value, "quantity");
const percent = (chance: number): string => formatCell(chance * 100, "percent");
