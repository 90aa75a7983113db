import { askedOf, type Consultation } from "../../../scenarios/consultation/consultation";
import type { Id } from "../../../scenarios/model/identifiers";
import type { Scenario } from "../../../scenarios/model/scenario";
import { formatDateWords } from "../../reports/format-table";
import type { Terms } from "../../reports/partner/asked";
import { buildPartnerReport } from "../../reports/partner/partner-report";
import { identityLines, type PackIdentity, type Seal, sealedText } from "./identity";
import { REPLY_SHEET, sectionSheets } from "./pack-sheets";
import { type PackContent, renderPack } from "./render-pack";
import { replyLines } from "./reply-lines";

export type PackInput = {
  readonly consultation: Omit<Consultation, "opens" | "closes"> & Pick<Terms, "opens" | "closes">;
  /** The frozen documents, in the order of the snapshots. */
  readonly scenarios: readonly Scenario[];
  /** Those that went out in consultations before this one. */
  readonly earlier: readonly Scenario[];
  readonly organisation: Id;
  /** Where the reply goes, in words: a name, an address. */
  readonly planName: string;
  readonly seal: Seal;
  /** The caller has the clock. */
  readonly createdAt: Date;
};

/** The consultation pack of one partner: its page as a workbook, with a sheet to reply on. */
export function writePartnerPack(input: PackInput): Promise<Buffer> {
  return renderPack(packContent(input));
}

export function identityOf(
  { id, plan, snapshots }: Pick<Consultation, "id" | "plan" | "snapshots">,
  organisation: Id,
): PackIdentity {
  return { plan, consultation: id, organisation, snapshots };
}

export function packContent({
  consultation,
  scenarios,
  earlier,
  organisation,
  planName,
  seal,
  createdAt,
}: PackInput): PackContent {
  const report = buildPartnerReport({ consultation, scenarios, earlier, organisation });
  const lines = replyLines(askedOf(scenarios, consultation.questions, organisation), report);
  const identity = identityLines(identityOf(consultation, organisation));
  const sections = sectionSheets(report);
  return {
    title: `${consultation.name}: ${report.organisationName}`,
    createdAt,
    cover: [
      { label: `${consultation.name}: ${report.organisationName}`, text: "", heading: true },
      ...(report.synthetic ? [{ label: "Synthetic", text: "The money in this workbook is invented." }] : []),
      { label: "Plan", text: planName },
      {
        label: "Scenarios",
        text: consultation.snapshots.map(({ name, revision }) => `${name} (revision ${revision})`).join("\n"),
      },
      {
        label: "Reply by",
        text: consultation.closes === null ? "Not set" : formatDateWords(consultation.closes),
      },
      {
        label: "How to reply",
        text: "Fill in the yellow cells of the sheet Reply, save the workbook as .xlsx, and send it back. Everything else is locked, without a password, so that nothing changes by a slip.",
      },
      { label: "Made", text: `${createdAt.toISOString().slice(0, 16).replace("T", " ")} UTC` },
      { label: "Sheets", text: "", heading: true },
      ...sections.map(({ name, title }) => ({ label: name, text: title, link: name })),
      { label: REPLY_SHEET, text: "Your reply: fill in and send back", link: REPLY_SHEET },
      { label: "Colours", text: "", heading: true },
      { label: "Yellow", text: "A cell to fill in" },
      { label: "Green, amber, red", text: "In order, to watch, to act on; the cell says the same in words" },
    ],
    sections,
    lines,
    identity,
    checksum: seal(sealedText(identity, lines)),
  };
}
