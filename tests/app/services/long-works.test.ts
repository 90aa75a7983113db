import { expect, test } from "vitest";
import { keepLongWorks, oneAfterTheOther, type Run } from "../../../app/services/long-works.server";

test("what is known of an answer stands beside how far it is, until the answer is there", async () => {
  let told: Parameters<Run<string, string>>[1]["onProgress"] = () => undefined;
  let end: (answer: string) => void = () => undefined;
  const works = keepLongWorks<string, string>({
    room: 1,
    line: oneAfterTheOther(),
    clock: () => 7,
    run: (_, { onProgress }) => {
      told = onProgress;
      return new Promise((resolve) => {
        end = resolve;
      });
    },
  });
  const answer = works.of("key", "task");
  await expect.poll(() => works.stateOf("key")).toMatchObject({ progress: { startedAt: 7 } });
  told(1, 4);
  expect(works.stateOf("key")).toEqual({ state: "working", progress: { startedAt: 7, done: 1, of: 4 } });
  told(2, 4, "half of it");
  expect(works.stateOf("key")).toMatchObject({ state: "working", soFar: "half of it" });
  end("all of it");
  await answer;
  expect(works.stateOf("key")).toEqual({ state: "ready", answer: "all of it" });
});
