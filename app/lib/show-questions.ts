import type { Evaluation } from "../../scenarios/model/evaluation";
import type { AnsweredQuestion } from "../components/report/questions";
import type { Choice } from "../components/report/choose-form";
import { areasInOrder, namesOf } from "../reports/names";
import { largestContributor, partnersOf } from "../reports/questions/declines";
import { answerQuestions } from "../reports/questions/questions";
import { readChoice } from "./page-choice";

/** The questions of a board with the area and the partner that the address names: else the first area, and who pays most. */
export function showQuestions(
  evaluation: Evaluation,
  { request, href }: { readonly request: Request; readonly href: string },
): readonly AnsweredQuestion[] {
  const { scenario } = evaluation;
  const areas = areasInOrder(scenario).map(({ id, name }) => ({ value: id, text: name }));
  const partners = partnersOf(scenario).map((id) => ({
    value: id,
    text: namesOf(scenario).organisation(id),
  }));
  const area = readChoice(request, "area", areas);
  const partner = readChoice(request, "partner", partners);
  const asked = { area: area ?? areas[0]?.value, partner: partner ?? largestContributor(evaluation) };
  const choices: Readonly<Record<string, Choice>> = {
    residents: {
      ...{ name: "area", label: "Area", items: areas, value: asked.area ?? "", anchor: "asked-residents" },
      kept: partner === undefined ? {} : { partner },
    },
    declines: {
      ...{ name: "partner", label: "Who says no", items: partners, value: asked.partner ?? "" },
      anchor: "asked-declines",
      kept: area === undefined ? {} : { area },
    },
  };
  return answerQuestions(evaluation, asked).map(({ id, page, ...question }) => {
    const choice = choices[id];
    return {
      ...question,
      id,
      link: { href: `${href}/${page.path}`, text: page.text },
      ...(choice === undefined || choice.items.length < 2 ? {} : { choice }),
    };
  });
}
