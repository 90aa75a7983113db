import { evaluateScenario, reevaluateScenario } from "../../scenarios/evaluate-scenario";
import type { Evaluation } from "../../scenarios/model/evaluation";
import type { Scenario } from "../../scenarios/model/scenario";
import { LIVE_PAGES, type ShowPage } from "../pages/pages";
import { editScenario } from "./edited-scenario";
import type { LiveReply, LiveRequest } from "./messages";

/** A page as it is saved: what shows it, and what follows from the scenario. */
type Prepared = { readonly key: string; readonly show: ShowPage; readonly saved: Evaluation };

/** Services in an area by month. Up to so many an edit is worked out in less time than a question to a thread takes. */
const MOST_AT_ONCE = 10_000;

/** Answers what is asked of one page at a time; the scenario is fetched once for each revision. */
export class LiveAnswers {
  #held: { readonly address: string; readonly saved: Promise<Evaluation> } | null = null;
  #prepared: Prepared | null = null;

  /** Has what the page needs, and everything that it reads of the scenario as saved worked out. */
  async prepare(request: LiveRequest): Promise<void> {
    if (this.isPrepared(request)) return;
    const { page, subject, href, revision } = request;
    const [show, saved] = await Promise.all([LIVE_PAGES[page](), this.#savedAt(href, revision)]);
    show({ evaluation: saved, href }, subject);
    this.#prepared = { key: keyOf(request), show, saved };
  }

  isPrepared(request: LiveRequest): boolean {
    return this.#prepared?.key === keyOf(request);
  }

  /** Whether the plan is so small that the page itself may work it out while someone types. */
  isSmall(): boolean {
    const saved = this.#prepared?.saved;
    if (saved === undefined) return false;
    const { areas, activities } = saved.scenario;
    return areas.length * activities.length * saved.timeline.months.length <= MOST_AT_ONCE;
  }

  /** Of a page that is prepared. */
  answer({ subject, href, typed, additions }: LiveRequest): LiveReply {
    if (this.#prepared === null) return { outcome: "unavailable" };
    const { show, saved } = this.#prepared;
    const edited = editScenario(saved.scenario, typed, additions);
    if (edited.outcome !== "edited") return edited;
    const evaluation = reevaluateScenario(edited.scenario, saved);
    return { outcome: "shown", shown: show({ evaluation, href, saved }, subject) };
  }

  /** Asked for again, the scenario may come. */
  forget(): void {
    this.#held = null;
    this.#prepared = null;
  }

  #savedAt(href: string, revision: number): Promise<Evaluation> {
    const address = `${href}/document?revision=${revision}`;
    if (this.#held?.address !== address)
      this.#held = { address, saved: fetchDocument(address).then(evaluateScenario) };
    return this.#held.saved;
  }
}

function keyOf({ page, subject, href, revision }: LiveRequest): string {
  return JSON.stringify([page, subject, href, revision]);
}

async function fetchDocument(address: string): Promise<Scenario> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return (await response.json()) as Scenario;
}
