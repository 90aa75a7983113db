import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  type TypedResponse,
} from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { CodeForm } from "../components/partner/code-form";
import { PartnerSections } from "../components/partner/partner-sections";
import { ReplyForm } from "../components/partner/reply-form";
import {
  ButtonLink,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  PhaseBanner,
  SummaryList,
} from "../components/govuk";
import { OnThisPage } from "../components/report/on-this-page";
import { LINK_PARAMETER } from "../lib/consultation-actions";
import { todayTextOf } from "../lib/consultation-route";
import { actOnReply, type ReplyAnswer } from "../lib/reply-actions";
import { type ReplyPage, replyPage } from "../lib/reply-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.state === "open" ? data.page.name : "Your reply"} - Commissioning planner` },
];

/** What a partner's browser finds here. */
type Found =
  | { readonly state: "no-link" | "needs-code" | "locked" }
  | { readonly state: "open"; readonly saved: "draft" | "sent" | null; readonly page: ReplyPage };

/** A link becomes a session of the browser at once, so that its token stays in no address and in no history. */
export async function loader(args: LoaderFunctionArgs): Promise<TypedResponse<Found>> {
  const { identity, services, now, partnerCookie } = args.context;
  const { partners } = services.consultations;
  const search = new URL(args.request.url).searchParams;
  const token = search.get(LINK_PARAMETER);
  if (token !== null) {
    const session = await partners.openLink(token, now.toISOString());
    if (session === null) return found({ state: "no-link" }, 404);
    return redirect("/reply", { headers: { "Set-Cookie": partnerCookie.write(session) } });
  }
  if (identity.kind !== "partner") return found({ state: "no-link" }, 404);
  if (!identity.verified) return found({ state: identity.locked ? "locked" : "needs-code" });
  const view = await partners.load(identity);
  if (view === null) return found({ state: "no-link" }, 404);
  const saved = search.get("saved");
  const page = replyPage(view, identity, todayTextOf(args));
  return found({ state: "open", saved: saved === "draft" || saved === "sent" ? saved : null, page });
}

const found = (answer: Found, status = 200): TypedResponse<Found> => Response.json(answer, { status });

export const action = (args: ActionFunctionArgs) => actOnReply(args);

/** After a refusal the form stands as it was typed: nothing is read anew. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus !== undefined && actionStatus >= 400 ? false : defaultShouldRevalidate;

export default function ReplyRoute() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  if (data.state === "needs-code") return <CodeForm error={answer?.faults[0]?.text} isBusy={isBusy} />;
  if (data.state !== "open") return <NoLink isLocked={data.state === "locked"} />;
  return <OpenReply page={data.page} saved={data.saved} answer={answer} isBusy={isBusy} />;
}

function NoLink({ isLocked }: { readonly isLocked: boolean }) {
  return (
    <div className="app-text">
      <h1 className="govuk-heading-l">
        {isLocked ? "This link is locked" : "Open the link that you were sent"}
      </h1>
      <p className="govuk-body">
        {isLocked
          ? "The code was wrong too often. Ask the commissioners who sent you the link for a new one."
          : "Your page and its files open through the link that the commissioners sent to your organisation. A link ends some weeks after the last day of replies, or when a new one is sent. If yours does not open, ask them for a new one."}
      </p>
    </div>
  );
}

function OpenReply({
  page,
  saved,
  answer,
  isBusy,
}: {
  readonly page: ReplyPage;
  readonly saved: "draft" | "sent" | null;
  readonly answer: ReplyAnswer | undefined;
  readonly isBusy: boolean;
}) {
  const faults = answer?.faults ?? [];
  const parts = [
    ...page.sections.map(({ id, title }) => ({ id, text: title })),
    { id: "reply", text: "Your reply" },
  ];
  return (
    <>
      {page.isSynthetic && <PhaseBanner tag="Synthetic money">Every figure is invented.</PhaseBanner>}
      {faults.length > 0 && (
        <ErrorSummary
          errors={faults}
          description="Your reply was not sent. What you entered is below, unchanged."
        />
      )}
      {saved === "sent" && faults.length === 0 && (
        <NotificationBanner type="success">
          {`Your reply was sent. You can change it until ${page.closes}.`}
        </NotificationBanner>
      )}
      {saved === "draft" && faults.length === 0 && (
        <NotificationBanner type="success">Your draft is saved. It is not sent yet.</NotificationBanner>
      )}
      <h1 className="govuk-heading-xl govuk-!-margin-top-6">
        <span className="govuk-caption-xl">{page.organisation}</span> {page.name}
      </h1>
      <p className="govuk-body-l app-text">
        {page.window === "closed" ? "Replies closed on" : "Please reply by"} {page.closes}.
      </p>
      <div className="app-row-actions">
        <ButtonLink href="#reply">Go to your reply</ButtonLink>
        <ButtonLink href="/reply/download/pack.xlsx" look="secondary">
          Download this page as a workbook (.xlsx)
        </ButtonLink>
      </div>
      <OnThisPage parts={parts} />
      <PartnerSections sections={page.sections} />
      <section className="app-section" aria-labelledby="reply">
        <h2 className="govuk-heading-l" id="reply">
          Your reply
        </h2>
        <InsetText>{page.standing}</InsetText>
        {page.window === "not-open-yet" && (
          <p className="govuk-body">
            Replies are taken from {page.opens} to {page.closes}.
          </p>
        )}
        {page.window === "closed" && <Closed sent={page.sent} />}
        {page.window === "open" && (
          <p className="govuk-body app-text">
            Reply here, or in the sheet Reply of the{" "}
            <a className="govuk-link" href="/reply/download/pack.xlsx">
              workbook
            </a>{" "}
            and send it to whoever sent you the link.
          </p>
        )}
        {page.window === "open" && (
          <ReplyForm
            {...(answer?.form ?? page.form)}
            key={(answer?.form ?? page.form).baseVersion}
            errors={answer?.errors ?? {}}
            isBusy={isBusy}
          />
        )}
      </section>
    </>
  );
}

function Closed({ sent }: Pick<ReplyPage, "sent">) {
  return (
    <>
      <p className="govuk-body">
        Replies are closed. Ask the commissioners if you still have to change yours.
      </p>
      {sent.length > 0 && <SummaryList rows={sent} />}
    </>
  );
}
