import { expect, it } from "vitest";
import type { Operation } from "../../../scenarios/changes/operation";
import { overlap } from "../../../scenarios/changes/overlap";

const replace = (path: string): Operation => ({ op: "replace", path, value: "x" });
const add = (path: string): Operation => ({ op: "add", path, value: "x" });
const remove = (path: string): Operation => ({ op: "remove", path });

it.each<[string, Operation, Operation, boolean]>([
  ["the same field", replace("/provisions/joint/end"), replace("/provisions/joint/end"), true],
  ["two fields of one thing", replace("/provisions/joint/end"), replace("/provisions/joint/start"), false],
  ["a name that starts alike", replace("/provisions/joint"), replace("/provisions/joint-lot/end"), false],
  [
    "a thing that is removed and a field of it",
    remove("/provisions/joint"),
    replace("/provisions/joint/end"),
    true,
  ],
  ["a field and the whole document", replace("/name"), replace(""), true],
  ["two things added to one list", add("/provisions/a"), add("/provisions/b"), false],
  ["one thing added twice", add("/provisions/a"), add("/provisions/a"), true],
  ["two financial years", add("/indexes/cpi/rates/2016/17"), add("/indexes/cpi/rates/2017/18"), false],
  [
    "two funding lines",
    replace("/provisions/a/funding/0/annual"),
    replace("/provisions/a/funding/1/annual"),
    false,
  ],
  [
    "a funding line and the removal of one before it",
    replace("/provisions/a/funding/1/annual"),
    remove("/provisions/a/funding/0"),
    true,
  ],
  ["a new id and a field of the same thing", replace("/provisions/a/id"), replace("/provisions/a/end"), true],
  [
    "a member's organisation and its choice",
    replace("/contributions/r/members/melton/organisation"),
    replace("/contributions/r/members/melton/choice"),
    true,
  ],
  [
    "an area's organisation and its name",
    replace("/areas/melton/organisation"),
    replace("/areas/melton/name"),
    false,
  ],
  ["the scenario's id and its name", replace("/id"), replace("/name"), false],
])("changes of %s", (_about, first, second, touches) => {
  expect(overlap([first], [second])).toBe(touches);
  expect(overlap([second], [first])).toBe(touches);
  expect(overlap([replace("/purpose"), first], [replace("/status"), second])).toBe(touches);
});
