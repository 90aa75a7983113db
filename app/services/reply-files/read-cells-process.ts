import { readReplyCells } from "../../workbook/partner-pack/read-cells";

/** A process that reads one workbook: it is sent its bytes, sends back its cells or null, and ends. */
process.once("message", (workbook: Uint8Array) => {
  readReplyCells(Buffer.from(workbook)).then(
    (cells) => process.send?.(cells, () => process.disconnect()),
    () => process.send?.(null, () => process.disconnect()),
  );
});
