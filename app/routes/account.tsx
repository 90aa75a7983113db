import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ROLE_NAMES, ROLE_RIGHTS } from "../access/role-names";
import { NewPassword } from "../components/forms/new-password";
import { atFields, Button, ErrorSummary, Input, NotificationBanner, SummaryList } from "../components/govuk";
import { readTexts } from "../lib/read-form";
import { refuseForm } from "../lib/refuse-form";
import { notFound } from "../lib/scenario-route";
import { enterAt } from "../lib/session-answers";
import type { AccountFaults } from "../services/people";
import { PASSWORD_LENGTH } from "../services/account-faults";

export const meta: MetaFunction = () => [{ title: "Your account - Commissioning planner" }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { identity, services } = context;
  if (identity.kind !== "person") throw notFound();
  const person = (await services.people.list()).find(({ id }) => id === identity.id);
  return {
    name: identity.name,
    email: identity.email,
    role: ROLE_NAMES[identity.role],
    rights: ROLE_RIGHTS[identity.role],
    isSample: identity.isSample,
    hasPassword: person?.hasPassword ?? false,
  };
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { identity, services, address, now } = args.context;
  if (identity.kind !== "person") throw notFound();
  const typed = await readTexts(args.request, ["current", "password", "repeated"]);
  if (typed.password !== typed.repeated) {
    return refuseForm<Refused>({ faults: { password: "The two new passwords differ. Enter one twice." } });
  }
  const { current, password } = typed;
  const change = { person: identity.id, current, password, address, now: now.toISOString() };
  const answer = await services.people.changePassword(change);
  if (answer.outcome === "missing") throw notFound();
  return answer.outcome === "signed-in"
    ? enterAt(args, "/account?saved=yes", answer.token)
    : refuseForm<Refused>({ faults: answer.faults });
}

type Refused = { readonly faults: AccountFaults };

export default function AccountPage() {
  const { name, email, role, rights, isSample, hasPassword } = useLoaderData<typeof loader>();
  const answer = useActionData<Refused>();
  const [search] = useSearchParams();
  return (
    <div className="app-text">
      {answer !== undefined && (
        <ErrorSummary description="Your password is as it was." errors={atFields(answer.faults)} />
      )}
      {answer === undefined && search.get("saved") === "yes" && (
        <NotificationBanner type="success">
          Your new password is saved. Everywhere else you are signed out.
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-xl">Your account</h1>
      <SummaryList
        rows={[
          { key: "Name", value: name },
          { key: "E-mail address", value: email },
          { key: "Role", value: `${role}. ${rights}` },
        ]}
      />
      <h2 className="govuk-heading-m">Password</h2>
      {hasPassword ? <PasswordForm faults={answer?.faults ?? {}} /> : <NoPassword isSample={isSample} />}
    </div>
  );
}

function PasswordForm({ faults }: Refused) {
  return (
    <form method="post" noValidate>
      <Input
        name="current"
        label="The password you have now"
        type="password"
        autoComplete="current-password"
        error={faults.current}
        required
      />
      <NewPassword
        label="New password"
        again="The new password again"
        least={PASSWORD_LENGTH.least}
        fault={faults.password}
      />
      <Button>Save the new password</Button>
    </form>
  );
}

function NoPassword({ isSample }: { readonly isSample: boolean }) {
  return (
    <p className="govuk-body">
      {isSample
        ? "The sample’s people have none: on this computer anybody may be one of them."
        : "You have none: you sign in with your organisation. If you want one too, ask an administrator for a link."}
    </p>
  );
}
