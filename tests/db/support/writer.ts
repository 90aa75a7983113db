import { writeSync } from "node:fs";
import { openDatabase } from "../../../db/open-database";
import { loadScenario } from "../../../db/repositories/scenarios";
import { KEY, priceOf, save } from "./edits";

/**
 * A planner that does nothing but edit: sets the price of one lot to 1.00, 2.00, 3.00 … pounds and says so on its
 * standard output, edit by edit, once it is saved. Goes on until it is stopped, or for so many edits.
 */
const [file = "", lot = "", first = "1", edits = "Infinity"] = process.argv.slice(2);
const { db, close } = openDatabase({ file });
let baseRevision = (await loadScenario(db, KEY))?.revision ?? 0;
for (let number = Number(first); number < Number(first) + Number(edits); number++) {
  const saved = await save(db, { operations: [priceOf(lot, `${number}.00`)], baseRevision, author: lot });
  if (saved.outcome !== "saved") throw new Error(JSON.stringify(saved));
  baseRevision = saved.revision;
  writeSync(1, `${number} ${saved.revision}\n`);
}
await close();
