import { describe, expect, it } from "vitest";
import type { Json } from "../../../scenarios/changes/json";
import { edited, faultsWhen, issuesOf, SAMPLE } from "../../support/documents";

type Edits = Readonly<Record<string, Json | undefined>>;

describe("several faults at once", () => {
  it("are all reported: of shape and of meaning", () => {
    expect(
      faultsWhen({
        "/provisions/joint/price/annual": 600000,
        "/provisions/bridge/end": "2015-03-31",
        "/demand/d-melton/area": "rutland",
        "/priorities/criteria/safety/weight": "36",
        "/horizon/start": "April",
      }).toSorted(),
    ).toEqual([
      "/demand/d-melton/area unknown-id",
      "/horizon/start wrong-form",
      "/priorities/criteria does-not-sum",
      "/provisions/bridge/end before-its-start",
      "/provisions/joint/price/annual wrong-type",
    ]);
  });

  it.each<[string, Edits, string]>([
    [
      "a weight that is no number makes no wrong sum",
      { "/priorities/criteria/safety/weight": "a third" },
      "/priorities/criteria/safety/weight",
    ],
    ["a list that is none makes no unknown ids", { "/organisations": "none" }, "/organisations"],
    ["an id that is none makes no unknown ids", { "/activities/support/id": "Support!" }, "/activities/0/id"],
    [
      "weeks that are none make no half a pair",
      { "/provisions/joint/capacity/0/weeks": "three" },
      "/provisions/joint/capacity/0/weeks",
    ],
    [
      "a figure that is none is no missing figure",
      { "/demand/d-melton/annual": "some" },
      "/demand/d-melton/annual",
    ],
    [
      "a price that is none needs no rate",
      { "/indexes/cpi/rates": {}, "/provisions/joint/price": 5, "/contributions/round/pot/index": undefined },
      "/provisions/joint/price",
    ],
    [
      "a share that is none is no missing share",
      { "/contributions/round/share": [] },
      "/contributions/round/share",
    ],
    [
      "a rest that is false is not the last line",
      { "/provisions/joint/funding/1/rest": false },
      "/provisions/joint/funding/1/rest",
    ],
    [
      "a score that is none is no missing score",
      { "/priorities/lines/helpline/levels/full/scores/reach": "high" },
      "/priorities/lines/helpline/levels/full/scores/reach",
    ],
    [
      "a rate that is none is no missing rate",
      { "/indexes/cpi/rates/2016/17": "two" },
      "/indexes/cpi/rates/2016/17",
    ],
    [
      "provenance of a refused figure still has its figure",
      { "/provenance": [{ path: "/provisions/joint/price/annual" }], "/provisions/joint/price/annual": 5 },
      "/provisions/joint/price/annual",
    ],
  ])("bring no others after them: %s", (_about, edits, path) => {
    expect(issuesOf(edited(SAMPLE, edits)).map((issue) => issue.path)).toEqual([path]);
  });
});
