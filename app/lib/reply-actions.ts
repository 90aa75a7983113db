import { type ActionFunctionArgs, redirect, type TypedResponse } from "@remix-run/node";
import type { SummarisedError } from "../components/govuk";
import { readPlainForm } from "../forms/consultation-form";
import { placeIssues } from "../forms/place-issues";
import { readReplyDraft, replyFields } from "../forms/reply-form";
import type { Partner, PartnerView } from "../services/consultations";
import { replyForm, type ReplyPage } from "./reply-page";

/** What a partner's browser is told when its form was not taken: what is wrong, and what was typed. */
export type ReplyAnswer = {
  readonly faults: readonly SummarisedError[];
  readonly errors: Readonly<Record<string, string>>;
  readonly form: ReplyPage["form"] | null;
};

const LINK_ENDED =
  "Your link has to be opened again. Nothing was saved: open the link that you were sent in a new tab, then come back to this one and send again.";
const CLOSED =
  "Replies are closed, so nothing was saved. Ask the commissioners if you still have to change yours.";
const CONFLICT =
  "Somebody else of your organisation has saved since you opened this page. Look at theirs in a new tab; if yours should stand, send again.";

/** A code, a draft or a reply. */
export async function actOnReply(args: ActionFunctionArgs): Promise<TypedResponse<ReplyAnswer>> {
  const { identity, services, now } = args.context;
  const form = await readPlainForm(args.request);
  if (identity.kind !== "partner") return refuse(LINK_ENDED, null, 401);
  const { partners } = services.consultations;
  const pressed = form.get("do");
  if (pressed === "code") {
    const code = form.get("code");
    const typed = typeof code === "string" ? code.replace(/\D/g, "") : "";
    const answer = await partners.giveCode(identity.session, typed, now.toISOString());
    if (answer !== "wrong") return redirect("/reply");
    return refuse("That is not the code of this link. Check it and enter it again.", null);
  }
  const view = await partners.load(identity);
  if (view === null) return refuse(LINK_ENDED, null, 401);
  return saveReply(args, { form, view, partner: identity, isDraft: pressed === "draft" });
}

async function saveReply(
  { context: { services, now } }: ActionFunctionArgs,
  {
    form,
    view,
    partner,
    isDraft,
  }: {
    readonly form: FormData;
    readonly view: PartnerView;
    readonly partner: Partner;
    readonly isDraft: boolean;
  },
): Promise<TypedResponse<ReplyAnswer>> {
  const answers = readReplyDraft(form, view.asked);
  const baseVersion = Number(form.get("baseVersion"));
  const outcome = await services.consultations.partners.save(partner, {
    ...{ answers, way: "page", state: isDraft ? "draft" : "submitted", now: now.toISOString() },
    author: partner.organisation,
    baseVersion: Number.isInteger(baseVersion) ? baseVersion : 0,
  });
  const typed = (version: number) =>
    replyForm(view, partner.organisation, { draft: answers, baseVersion: version });
  switch (outcome.outcome) {
    case "saved":
      return redirect(`/reply?saved=${isDraft ? "draft" : "sent"}`);
    case "refused": {
      const { errors, elsewhere } = placeIssues(outcome.issues, replyFields(view.asked));
      const faults = [
        ...Object.entries(errors).map(([name, text]) => ({ href: `#${name}`, text })),
        ...elsewhere.map(({ message }) => ({ text: message })),
      ];
      return answer({ faults, errors, form: typed(baseVersion) }, 400);
    }
    case "conflict":
      return refuse(CONFLICT, typed(view.latest?.version ?? 0), 409);
    case "closed":
      return refuse(CLOSED, typed(baseVersion), 409);
    case "missing":
      return refuse(LINK_ENDED, null, 401);
  }
}

const answer = (body: ReplyAnswer, status: number): TypedResponse<ReplyAnswer> =>
  Response.json(body, { status });

const refuse = (text: string, form: ReplyAnswer["form"], status = 400): TypedResponse<ReplyAnswer> =>
  answer({ faults: [{ text }], errors: {}, form }, status);
