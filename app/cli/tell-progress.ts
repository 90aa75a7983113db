/** Where it is told: on a terminal as one line that changes, elsewhere as a line now and then. */
export type Told = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

export type Teller = {
  /** So much of so much is done. */
  readonly tell: (progress: { readonly done: number; readonly of: number }) => void;
  /** Takes the line off a terminal again. */
  readonly end: () => void;
};

/** What takes less is not spoken of; then a terminal is told so often, everything else less. In milliseconds. */
const [FIRST, ON_TERMINAL, ELSEWHERE] = [1000, 200, 10_000];

/** Tells how far a piece of work is, on standard error, which leaves the output of a command alone. */
export function tellProgress(
  what: string,
  to: Told = process.stderr,
  clock: () => number = () => performance.now(),
): Teller {
  const isTerminal = to.isTTY === true;
  let next = clock() + (isTerminal ? FIRST : ELSEWHERE);
  let isTold = false;
  return {
    tell({ done, of }) {
      const now = clock();
      if (now < next) return;
      next = now + (isTerminal ? ON_TERMINAL : ELSEWHERE);
      isTold = true;
      const words = `${what}: ${Math.min(99, Math.floor((done / of) * 100))} %`;
      to.write(isTerminal ? `\r${words}` : `${words}\n`);
    },
    end() {
      if (isTold && isTerminal) to.write("\r\u001B[K");
    },
  };
}
