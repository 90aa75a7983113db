import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { jsonSchemaText } from "../../../scenarios/document/json-schema";
import { exampleDocument, VALID_EXAMPLES } from "../../support/documents";

it("the published JSON Schema is the one of this version: otherwise run npm run build:schema", () => {
  expect(readFileSync("public/scenario.schema.json", "utf8")).toBe(jsonSchemaText());
});

it("the published JSON Schema accepts every example, and refuses an unknown field and a missing one", () => {
  const published = z.fromJSONSchema(JSON.parse(jsonSchemaText()) as Parameters<typeof z.fromJSONSchema>[0]);
  for (const file of VALID_EXAMPLES)
    expect(published.safeParse(exampleDocument(file)).success, file).toBe(true);
  for (const file of ["i01-unknown-field.json", "i14-money-as-number.json", "i21-missing-start.json"]) {
    expect(published.safeParse(exampleDocument(`invalid/${file}`)).success, file).toBe(false);
  }
});
