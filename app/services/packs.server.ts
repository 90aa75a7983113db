import { createHmac, randomBytes } from "node:crypto";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import {
  keepReplyFile,
  listReplyFiles,
  loadReplyFile,
  loadReplyFileContent,
} from "../../db/repositories/reply-files";
import { serverKey } from "../../db/repositories/server-keys";
import type { Database } from "../../db/schema";
import { askedOf } from "../../scenarios/consultation/consultation";
import type { Id } from "../../scenarios/model/identifiers";
import { type CheckedReply, checkReply, draftOf } from "../workbook/partner-pack/check-reply";
import type { Seal } from "../workbook/partner-pack/identity";
import type { ReplyCells } from "../workbook/partner-pack/read-cells";
import type { Partners } from "./consultations";
import type { PackPartner, Packs, PackSource } from "./packs";
import { keepLongFiles } from "./long-files.server";
import { readReplyFile } from "./reply-files/read-file.server";

/** Zips of all packs that are kept for whoever asked for them: some tens of kilobytes a partner. */
const ZIPS_KEPT = 10;

/** Packs over a database that is ready. */
export function packsOver(db: Database, partners: Pick<Partners, "save">): Packs {
  const seal = keepSeal(db);
  const zips = keepLongFiles(ZIPS_KEPT);
  const check = async (of: PackSource, cells: ReplyCells): Promise<CheckedReply> =>
    checkReply(cells, {
      consultation: of.consultation,
      askedOf: (organisation) => askedIn(of, organisation),
      organisation: null,
      seal: await seal(),
    });
  const packs: Packs = {
    write: async (of, organisation, now) => writePack(of, organisation, { now, seal: await seal() }),
    beginAll: (of, all, now, report) =>
      zips.begin(
        zipKey(of),
        async (stream, progress) => {
          const known = await seal();
          const write = ({ organisation }: PackPartner) => writePack(of, organisation, { now, seal: known });
          await zipInto(stream, all, of, { write, progress });
        },
        report,
      ),
    findAll: (of) => zips.stateOf(zipKey(of)),
    stopAll: (of) => zips.stop(zipKey(of)),
    restartAll: (of) => zips.restart(zipKey(of)),
    receive: async (of, { name, content }, { author, now }) => {
      const read = await readReplyFile(content);
      if (!read.ok) return { outcome: "refused", fault: read.fault };
      const checked = await check(of, read.cells);
      if (!checked.ok) return { outcome: "refused", fault: checked.fault };
      const { organisation } = checked;
      const cells = JSON.stringify(read.cells);
      const number = await keepReplyFile(db, {
        ...keyOf(of),
        organisation,
        name,
        content,
        cells,
        author,
        now,
      });
      return { outcome: "kept", number };
    },
    list: (key) => listReplyFiles(db, key),
    load: async (of, number) => {
      const stored = await loadReplyFile(db, { ...keyOf(of), number });
      if (stored === null) return null;
      const { cells, ...file } = stored;
      const checked = await check(of, JSON.parse(cells) as ReplyCells);
      const asked = askedIn(of, file.organisation);
      if (!checked.ok || asked === null) throw new Error(`reply file ${number} is not what was kept`);
      return { ...file, asked, lines: checked.lines };
    },
    original: (key, number) => loadReplyFileContent(db, { ...key, number }),
    take: async (of, { number, references }, { author, now }) => {
      const file = await packs.load(of, number);
      if (file === null) return { outcome: "missing" };
      const { organisation, asked, lines } = file;
      const chosen = lines.filter(({ reference }) => references.includes(reference));
      const answers = draftOf(asked, new Map(chosen.map(({ reference, value }) => [reference, value])));
      const partner = { ...keyOf(of), organisation, verified: true, locked: false };
      // Whatever version is there: the commissioner has seen that there is one, and none is ever replaced.
      const reply = { state: "submitted", way: "workbook", answers, author, now, baseVersion: null } as const;
      return partners.save(partner, reply);
    },
  };
  return packs;
}

const keyOf = ({ consultation }: PackSource) => ({ plan: consultation.plan, consultation: consultation.id });

/** What an organisation was asked; null for one that was not. */
function askedIn({ consultation, scenarios }: PackSource, organisation: Id) {
  const asked = askedOf(scenarios, consultation.questions, organisation);
  return asked.rounds.length === 0 ? null : asked;
}

/** The planner's own key, made once: whoever does not have it cannot make or alter a pack unnoticed. */
function keepSeal(db: Database): () => Promise<Seal> {
  let key: Promise<string> | undefined;
  return async () => {
    key ??= serverKey(db, {
      ...{ name: "packs", offered: randomBytes(32).toString("hex") },
      now: new Date().toISOString(),
    });
    const known = await key;
    return (text) => createHmac("sha256", known).update(text).digest("hex");
  };
}

/** exceljs is loaded when the first pack is made: it is large, and most requests need none of it. */
async function writePack(
  { planName, consultation, scenarios, earlier }: PackSource,
  organisation: Id,
  { now, seal }: { readonly now: Date; readonly seal: Seal },
): Promise<Buffer> {
  const { writePartnerPack } = await import("../workbook/partner-pack/write-pack");
  return writePartnerPack({ planName, consultation, scenarios, earlier, organisation, seal, createdAt: now });
}

/** The packs of all as one zip, one after the other; what stops reading or hearing of progress stops the work. */
async function zipInto(
  stream: Writable,
  all: readonly PackPartner[],
  { consultation }: PackSource,
  { write, progress }: ZipWork,
): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, stream);
  written.catch(() => undefined); // Awaited below, unless a pack fails first.
  for (const [done, partner] of all.entries()) {
    progress(done, all.length);
    const pack = await write(partner);
    zip.addBuffer(pack, `${consultation.id}-${partner.organisation}.xlsx`, { compress: false });
  }
  zip.end();
  await written;
}

type ZipWork = {
  readonly write: (partner: PackPartner) => Promise<Buffer>;
  readonly progress: (done: number, all: number) => void;
};

/** One key for what goes out of a consultation: its last day stands in every pack. */
const zipKey = ({ consultation: { plan, id, closes } }: PackSource): string =>
  JSON.stringify([plan, id, closes]);
