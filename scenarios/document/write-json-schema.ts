import { writeFileSync } from "node:fs";
import { jsonSchemaText } from "./json-schema";

// Run by `npm run build:schema`, from the root of the project.
writeFileSync("public/scenario.schema.json", jsonSchemaText());
