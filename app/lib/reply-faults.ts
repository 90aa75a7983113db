import type { ReplyFault } from "../workbook/partner-pack/check-reply";
import type { FileFault } from "../services/reply-files/read-file.server";

/** What is wrong with a file that came back, and what to do. Nothing of it was stored. */
export const FILE_FAULTS: Readonly<Record<FileFault | ReplyFault, string>> = {
  empty: "The file is empty. Choose the workbook that the partner sent back.",
  encrypted:
    "The file is protected by a password, or was saved in the format of before 2007. Ask for it without a password, saved as .xlsx.",
  "not-a-workbook":
    "The file is not a workbook. Choose the .xlsx file that the partner sent back, not a picture or a PDF of it.",
  damaged: "The file is damaged or not whole. Ask the partner to send it again.",
  macros: "The file holds macros. Ask the partner to save it as .xlsx, which has none.",
  unsafe:
    "The file holds something that no spreadsheet program writes, so it was not opened. Ask where it comes from.",
  "too-large":
    "The file unpacks to far more than a reply holds, so it was not opened. Ask the partner for the pack itself.",
  "no-reply-sheet":
    "The workbook has no sheets Reply and Identity, so it is no pack of this planner. Ask for the pack that was sent out.",
  unreadable:
    "The workbook could not be read in the time and memory that one file is given. Ask the partner to send it again.",
  "not-a-pack":
    "The workbook is no pack of this planner: its sheet Identity does not say so. Ask for the pack that was sent out.",
  "another-consultation": "The pack belongs to another consultation. Open that one and upload it there.",
  "another-organisation": "The pack belongs to an organisation that this consultation does not ask.",
  "older-revision":
    "The pack was made for other revisions of the scenarios than those that are frozen here. Send the partner the pack of this consultation.",
  altered:
    "The questions or the identity of the pack were changed after it was made, so its answers may be to something else. Ask for them in the pack as it was sent out.",
};
