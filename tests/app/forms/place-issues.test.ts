import { expect, test } from "vitest";
import { placeIssues } from "../../../app/forms/place-issues";

const issue = (path: string, message: string) => ({ path, code: "some-code", message });

test("an issue stands at its field, at the field that holds it, or at the first field below it", () => {
  const names = [
    "/contributions/districts/members/melton/choice",
    "/contributions/districts/share/weights/0/percent",
    "/contributions/districts/share/weights/1/percent",
  ];
  const placed = placeIssues(
    [
      issue("/contributions/districts/share/weights/1/percent", "Weight is too large."),
      issue("/contributions/districts/members/melton/choice/0", "No such option."),
      issue("/contributions/districts/share/weights", "Weights sum to 110 %."),
      issue("/contributions/districts/share/weights/0/percent", "Weight is too small."),
      issue("/indexes/cpi/rates/2019/20", "A rate is missing."),
    ],
    names,
  );
  expect(placed.errors).toEqual({
    "/contributions/districts/share/weights/1/percent": "Weight is too large.",
    "/contributions/districts/members/melton/choice": "No such option.",
    "/contributions/districts/share/weights/0/percent": "Weights sum to 110 %. Weight is too small.",
  });
  expect(placed.elsewhere.map(({ path }) => path)).toEqual(["/indexes/cpi/rates/2019/20"]);
});

test("a path that only begins with the same letters is another field", () => {
  const { errors, elsewhere } = placeIssues(
    [issue("/provisions/joint/start", "Starts late.")],
    ["/provisions/joint/startling"],
  );
  expect(errors).toEqual({});
  expect(elsewhere).toHaveLength(1);
});
