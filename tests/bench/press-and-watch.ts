import type { Page } from "playwright-core";

/** How long a figure took to answer a key. */
export type Answer = {
  /** From the key to the end of the frame that shows the figure. */
  readonly milliseconds: number;
  /** Which frame after the key that was: 1 is the first. */
  readonly frames: number;
};

/** Presses a key and waits until the page shows another figure. */
export async function pressAndWatch(page: Page, key: string, figure: string): Promise<Answer> {
  const watched = await page.evaluateHandle(watch, figure);
  await page.keyboard.press(key);
  const { answer } = await watched.evaluate(async (watching) => ({ answer: await watching.answer }));
  await watched.dispose();
  return answer;
}

/** Runs in the page. The promise is wrapped, so that it is not waited for before the key is pressed. */
function watch(selector: string): { readonly answer: Promise<Answer> } {
  const textOf = (): string => document.querySelector(selector)?.textContent ?? "";
  const before = textOf();
  const answer = new Promise<Answer>((resolve, reject) => {
    const tooLate = setTimeout(
      () => reject(new Error(`${selector} does not answer: ${before.slice(0, 200)}`)),
      20_000,
    );
    const onKey = ({ timeStamp }: KeyboardEvent): void => {
      let frames = 0;
      const onFrame = (): void => {
        frames += 1;
        const isShown = textOf() !== before;
        // A message comes after what the frame paints; what it shows was there before its callbacks.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          if (!isShown) return;
          clearTimeout(tooLate);
          resolve({ milliseconds: performance.now() - timeStamp, frames });
        };
        port2.postMessage(null);
        if (!isShown) requestAnimationFrame(onFrame);
      };
      requestAnimationFrame(onFrame);
    };
    addEventListener("keydown", onKey, { capture: true, once: true });
  });
  return { answer };
}
