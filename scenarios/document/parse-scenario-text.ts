import { LIMITS } from "./limits";
import { type ParsedScenario, parseScenario } from "./parse-scenario";
import { shown } from "./words";

/**
 * The text of a scenario file to a valid scenario, or to every issue at once (see {@link parseScenario}). A text that
 * is not JSON, or longer than ten million characters, gets one issue at "". A byte order mark is passed over.
 */
export function parseScenarioText(text: string): ParsedScenario {
  if (text.length > LIMITS.fileCharacters) {
    const [is, most] = [text.length, LIMITS.fileCharacters].map((count) => count.toLocaleString("en-GB"));
    return refused("too-large", `The file has ${is} characters; choose a scenario file of at most ${most}.`);
  }
  let input: unknown;
  try {
    input = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch {
    return refused(
      "not-json",
      `The file is not JSON: it starts ${shown(text.trim())}; choose a scenario file.`,
    );
  }
  return parseScenario(input);
}

function refused(code: string, message: string): ParsedScenario {
  return { ok: false, issues: [{ path: "", code, message }] };
}
