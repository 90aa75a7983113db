import fc from "fast-check";
import { elementForm, findElement } from "../../app/forms/list-form";
import { roundForm } from "../../app/forms/round-form";
import type { ShownField } from "../../app/forms/fields";
import type { Scenario } from "../../scenarios/model/scenario";
import { found } from "./scenarios";

/** What someone might type into a scenario: a few fields of its lots and rounds, with texts that can be read or not. */
export function typedEdits(scenario: Scenario): fc.Arbitrary<Readonly<Record<string, string>>> {
  const fields = fieldsOf(scenario);
  const one = fc.constantFrom(...fields).chain((field) => fc.tuple(fc.constant(field.name), textFor(field)));
  return fc.array(one, { minLength: 1, maxLength: 4 }).map((edits) => Object.fromEntries(edits));
}

function fieldsOf(scenario: Scenario): readonly ShownField[] {
  const ofProvisions = scenario.provisions.flatMap((provision) =>
    elementForm(scenario, found(findElement(scenario, `/provisions/${provision.id}`)), {
      like: null,
      form: null,
    }).flatMap(({ fields }) => fields),
  );
  const ofRounds = (scenario.contributions ?? []).flatMap((round) => {
    const { members, pot, bounds, rule } = roundForm(scenario, round);
    return [...members.flatMap(({ choice, status }) => [choice, status]), ...pot, ...bounds, rule.choice];
  });
  return [...ofProvisions, ...ofRounds];
}

function textFor({ kind, value, choices }: ShownField): fc.Arbitrary<string> {
  if (choices !== undefined) return fc.constantFrom(value, ...choices.map((choice) => choice.value));
  switch (kind) {
    case "money":
      return fc.integer({ min: 0, max: 300_000_000 }).map((pence) => (pence / 100).toFixed(2));
    case "percent":
      return fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1));
    case "quantity":
    case "whole":
      return fc.integer({ min: 0, max: 400 }).map(String);
    case "date":
      return fc
        .tuple(
          fc.integer({ min: 1, max: 31 }),
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 2014, max: 2020 }),
        )
        .map((parts) => parts.join("/"));
    default:
      return fc.constantFrom(value, `${value} revised`);
  }
}
