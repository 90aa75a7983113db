import { config } from "zod";
import { LiveAnswers } from "./live-answers";
import type { LiveRequest, WorkerReply } from "./messages";

// The content security policy lets no text become code, which zod would try in order to be quick.
config({ jitless: true });

const answers = new LiveAnswers();

addEventListener("message", ({ data }: MessageEvent<LiveRequest>) => {
  answers.prepare(data).then(
    () => postMessage({ reply: answers.answer(data), isSmall: answers.isSmall() } satisfies WorkerReply),
    () => {
      answers.forget();
      postMessage({ reply: { outcome: "unavailable" }, isSmall: false } satisfies WorkerReply);
    },
  );
});
