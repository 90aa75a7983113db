import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { CAPTIONS, SECTIONS, TABLES } from "./rules-document";

const CODE = ["app", "db", "scenarios"];
const DOCUMENTS = ["README.md", "scenarios/README.md", "scenarios/rules.md", "scenarios/document/README.md"];

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file))
    .map((file) => join(folder, file));
}

/** Where a text names a section: "§9", "§2.6", both of "§§3 and 4". */
function citedIn(text: string): string[] {
  return [...text.matchAll(/§(?:§(\d+(?:\.\d+)?)(?:,| and) )?(\d+(?:\.\d+)?)/g)].flatMap(([, ...numbers]) =>
    numbers.filter((number) => (number as string | undefined) !== undefined),
  );
}

describe("the rules and what names them", () => {
  it("every section that is named anywhere stands in rules.md", () => {
    const files = [...[...CODE, "tests"].flatMap((folder) => filesIn(folder, /\.(tsx?|md)$/)), "README.md"];
    const lost = files.flatMap((file) =>
      citedIn(readFileSync(file, "utf8"))
        .filter((number) => !SECTIONS.includes(number))
        .map((number) => `${file}: §${number}`),
    );
    expect(files.length).toBeGreaterThan(500);
    expect(lost).toEqual([]);
  });

  it("every section is named by the code that works it out", () => {
    const files = CODE.flatMap((folder) => filesIn(folder, /\.tsx?$/));
    const cited = new Set(files.flatMap((file) => citedIn(readFileSync(file, "utf8"))));
    expect(SECTIONS.filter((number) => !cited.has(number))).toEqual([]);
  });

  it("no section stands twice", () => expect(SECTIONS).toEqual([...new Set(SECTIONS)]));

  it("every table of vectors is read whole, under a caption of its own, and held by a test beside this one", () => {
    const tests = filesIn("tests/scenarios/rules", /\.test\.ts$/).map((file) => readFileSync(file, "utf8"));
    const captions = [...TABLES.keys()];
    expect(captions.length).toBe(CAPTIONS);
    for (const [caption, rows] of TABLES) {
      expect(rows.length, caption).toBeGreaterThan(0);
      expect(
        tests.some((test) => test.includes(JSON.stringify(caption))),
        caption,
      ).toBe(true);
    }
  });
});

it.each(DOCUMENTS)("every link of %s leads to a file", (document) => {
  const links = [...readFileSync(document, "utf8").matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
    ([, to]) => to ?? "",
  );
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((to) => !existsSync(join(dirname(document), to)))).toEqual([]);
});
