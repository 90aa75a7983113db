import { COMMANDS, USAGE } from "./commands";
import { type Outcome, wrongUse } from "./outcome";

/** `npm run -s planner -- COMMAND`: the same engine as the pages, without the web and without a database. */
async function main(args: readonly string[]): Promise<void> {
  stopQuietlyWhenNobodyReads();
  const outcome = await run(args);
  process.exitCode = outcome.status;
  process.stdout.write(outcome.output);
  process.stderr.write(outcome.errors);
}

async function run([name, ...args]: readonly string[]): Promise<Outcome> {
  if (name === undefined) return wrongUse(USAGE);
  if (name === "help" || name === "--help" || name === "-h") return { status: 0, output: USAGE, errors: "" };
  const command = COMMANDS.get(name);
  if (command === undefined) return wrongUse(`There is no command ${JSON.stringify(name)}.\n${USAGE}`);
  try {
    return await command.run(args);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return {
      status: FAULT,
      output: "",
      errors: `A fault of the planner, not of the file: ${oneLine(words)}\n`,
    };
  }
}

/** Neither done, nor issues, nor wrong use. */
const FAULT = 70;

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

/** `planner evaluate FILE | head`: the reader has seen enough. */
function stopQuietlyWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  }
}

await main(process.argv.slice(2));
