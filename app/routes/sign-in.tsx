import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Role } from "../access/identity";
import { ROLE_NAMES, ROLE_RIGHTS } from "../access/role-names";
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Input,
  NotificationBanner,
  type SummarisedError,
} from "../components/govuk";
import { readTexts } from "../lib/read-form";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { enter, WANTED } from "../lib/session-answers";

const WRONG = "The e-mail address or the password is not right. Check both and try again.";
const TOO_MANY =
  "There were too many tries. Wait 15 minutes and try again, or ask an administrator for a new link.";
const ORGANISATION_FAULTS: Readonly<Record<string, string>> = {
  unknown:
    "Your organisation knows you, but nobody with your e-mail address has an account here. Ask an administrator of this planner.",
  failed: "Signing in with your organisation did not work. Try again, or use your password.",
  late: "Signing in took too long, or began in another browser. Try again.",
};
const CLOSED = "The sample's people cannot sign in here any more. Sign in with your own account.";

export const meta: MetaFunction = () => [{ title: "Sign in - Commissioning planner" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const onward: Response = safeRedirect(search.get(WANTED) ?? "/plans");
  if (context.identity.kind === "person") throw onward;
  const sample = await context.services.people.listSamplePeople();
  const back = search.get("organisation") ?? "";
  return {
    organisationHref: context.services.people.hasOrganisationSignIn
      ? `/sign-in/organisation?${new URLSearchParams({ [WANTED]: search.get(WANTED) ?? "" }).toString()}`
      : null,
    organisationFault: ORGANISATION_FAULTS[back] ?? null,
    isSignedOut: search.get("signed-out") === "yes",
    sample: sample.toSorted(byUsefulness).map(({ id, name, role }) => ({
      id,
      name,
      text: `Sign in as the sample’s ${ROLE_NAMES[role].toLowerCase()}`,
      rights: ROLE_RIGHTS[role],
    })),
  };
}

/** The commissioner first, who does most; then who reads. */
const ORDER: readonly Role[] = ["commissioner", "finance", "viewer", "administrator"];
const byUsefulness = (first: { role: Role }, second: { role: Role }): number =>
  ORDER.indexOf(first.role) - ORDER.indexOf(second.role);

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { services, address, now } = args.context;
  const typed = await readTexts(args.request, ["email", "password", "sample"]);
  if (typed.sample !== "") {
    const token = await services.people.signInAsSample(typed.sample, now.toISOString());
    return token === null ? refuse(CLOSED) : enter(args, token);
  }
  const { email, password } = typed;
  const attempt = { email, password, address, now: now.toISOString() };
  const answer = await services.people.signIn(attempt);
  if (answer.outcome === "signed-in") return enter(args, answer.token);
  return refuse(answer.outcome === "refused" ? WRONG : TOO_MANY, email);
}

export default function SignInPage() {
  const { isSignedOut, sample, organisationHref, organisationFault } = useLoaderData<typeof loader>();
  const answer = useActionData<Refused>();
  return (
    <div className="app-text">
      {answer !== undefined && <ErrorSummary errors={answer.errors} />}
      {answer === undefined && organisationFault !== null && (
        <ErrorSummary errors={[{ text: organisationFault }]} />
      )}
      {isSignedOut && answer === undefined && (
        <NotificationBanner type="success">You are signed out.</NotificationBanner>
      )}
      <h1 className="govuk-heading-xl">Sign in</h1>
      {sample.length > 0 && <SampleSignIns people={sample} />}
      {organisationHref !== null && (
        <>
          <ButtonLink href={organisationHref}>Sign in with your organisation</ButtonLink>
          <h2 className="govuk-heading-m">With a password</h2>
        </>
      )}
      <form method="post" noValidate>
        {sample.length > 0 && <h2 className="govuk-heading-m">Your own account</h2>}
        <Input
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          spellCheck={false}
          defaultValue={answer?.email}
          required
        />
        <Input name="password" label="Password" type="password" autoComplete="current-password" required />
        <Button>Sign in</Button>
      </form>
      <p className="govuk-body">
        Forgotten the password, or no account yet? Ask an administrator of this planner for a link.
      </p>
    </div>
  );
}

type Sample = { readonly id: string; readonly name: string; readonly text: string; readonly rights: string };

/** Only on this machine: one button for each role, for whoever wants to look round. */
function SampleSignIns({ people }: { readonly people: readonly Sample[] }) {
  return (
    <section aria-labelledby="sample">
      <h2 className="govuk-heading-m" id="sample">
        Look round the sample
      </h2>
      <p className="govuk-body">
        The sample partnership and its people are invented, and its money is synthetic. On this computer
        anybody may be one of them.
      </p>
      <div className="app-sample">
        {people.map(({ id, name, text, rights }) => (
          <form method="post" key={id}>
            <Button name="sample" value={id} aria-describedby={`${id}-rights`}>
              {text}
            </Button>
            <p className="govuk-body-s" id={`${id}-rights`}>
              {name}. {rights}
            </p>
          </form>
        ))}
      </div>
    </section>
  );
}

type Refused = { readonly errors: readonly SummarisedError[]; readonly email: string };

const refuse = (text: string, email = ""): Response =>
  refuseForm<Refused>({ errors: [{ href: "#email", text }], email });
