import { Writable } from "node:stream";
import { keepLongWorks, type LongWorks, oneAfterTheOther } from "./long-works.server";

/** Writes a file into a stream; `progress` hears how much is done, and throws when nobody wants it any longer. */
export type MakeFile = (stream: Writable, progress: (done: number, of: number) => void) => Promise<void>;

/** Files that take long to make: one at a time, in turns with everything else, so that their memory does not add up. */
export type LongFiles = LongWorks<MakeFile, Buffer>;

/** Keeps the files that were asked for last, at most `room` of them: a few megabytes each. */
export function keepLongFiles(room: number, clock: () => number = Date.now): LongFiles {
  return keepLongWorks<MakeFile, Buffer>({
    room,
    clock,
    line: oneAfterTheOther(),
    run: async (make, { signal, onProgress }) => {
      const parts: Buffer[] = [];
      const stream = new Writable({
        write(part: Buffer, _, next) {
          parts.push(part);
          next();
        },
      });
      await make(stream, (done, of) => {
        signal.throwIfAborted();
        onProgress(done, of);
      });
      return Buffer.concat(parts);
    },
  });
}
