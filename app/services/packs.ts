import type { Asked } from "../../scenarios/consultation/consultation";
import type { Id } from "../../scenarios/model/identifiers";
import type { CheckedLine, ReplyFault } from "../workbook/partner-pack/check-reply";
import type { ConsultationKey, LoadedConsultation, SaveReplyOutcome } from "./consultations";
import type { FileFault } from "./reply-files/read-file.server";
import type { Authorship } from "./saving";
import type { WorkState } from "./long-works.server";

/** Packs that go out, and those that come back. */
export type Packs = {
  /** The pack of one partner as a workbook. */
  write(of: PackSource, organisation: Id, now: Date): Promise<Buffer>;
  /** Begins the packs of all as one zip, one after the other, unless it is begun or made already. */
  beginAll(
    of: PackSource,
    partners: readonly PackPartner[],
    now: Date,
    report: (fault: unknown) => void,
  ): WorkState<Buffer>;
  findAll(of: PackSource): WorkState<Buffer> | null;
  /** Stops it after the pack that is being made. */
  stopAll(of: PackSource): void;
  /** Lets it be begun again after it was stopped or has failed. */
  restartAll(of: PackSource): void;
  /** Reads a file that came back. It is kept if it is a pack of this consultation; else nothing is written. */
  receive(of: PackSource, file: ReceivedFile, by: Authorship): Promise<ReceiveOutcome>;
  list(key: ConsultationKey): Promise<readonly KeptFile[]>;
  /** A kept file, each answer beside what was asked; null when there is none. */
  load(of: PackSource, number: number): Promise<LoadedFile | null>;
  /** The original as it came. */
  original(key: ConsultationKey, number: number): Promise<Buffer | null>;
  /** Takes the chosen lines of a kept file as the organisation's reply; what is not chosen counts as not answered. */
  take(
    of: PackSource,
    chosen: { readonly number: number; readonly references: readonly string[] },
    by: Authorship,
  ): Promise<SaveReplyOutcome>;
};

export type PackSource = Pick<LoadedConsultation, "planName" | "consultation" | "scenarios" | "earlier">;
export type PackPartner = { readonly organisation: Id; readonly name: string };
export type ReceivedFile = { readonly name: string; readonly content: Buffer };

export type ReceiveOutcome =
  | { readonly outcome: "kept"; readonly number: number }
  | { readonly outcome: "refused"; readonly fault: FileFault | ReplyFault };

export type KeptFile = {
  readonly number: number;
  readonly organisation: Id;
  readonly name: string;
  readonly author: string;
  readonly createdAt: string;
};

export type LoadedFile = KeptFile & { readonly asked: Asked; readonly lines: readonly CheckedLine[] };
