import { z } from "zod";
import { SCENARIO_FORMAT } from "../model/scenario";
import { scenarioSchema } from "./schema/scenario";

/**
 * The JSON Schema of the scenario file, as text, for editors and other programs. It says what shape a file has; what
 * fields mean together only `planner validate` can tell.
 */
export function jsonSchemaText(): string {
  const { $schema, ...schema } = z.toJSONSchema(scenarioSchema, { target: "draft-2020-12", io: "input" });
  const described = {
    $schema,
    title: `Scenario file (${SCENARIO_FORMAT})`,
    description:
      "A commissioning scenario. Money is text in pounds with at most two decimals, other quantities and percentages are text, dates are 2015-04-01, months 2015-04, financial years 2015/16.",
    ...schema,
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}
