import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LINK_PARAMETER } from "../access/password-link";
import { ROLE_NAMES } from "../access/role-names";
import { NewPassword } from "../components/forms/new-password";
import { atFields, Button, ErrorSummary } from "../components/govuk";
import { PersonFields } from "../components/people/person-fields";
import { readTexts } from "../lib/read-form";
import { refuseForm } from "../lib/refuse-form";
import { enter } from "../lib/session-answers";
import type { AccountFaults } from "../services/people";
import { PASSWORD_LENGTH } from "../services/account-faults";

export const meta: MetaFunction = () => [{ title: "Choose a password - Commissioning planner" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const link = await context.services.people.findPasswordLink(tokenOf(request), context.now.toISOString());
  if (link === null) return null;
  return link.isFor === "person"
    ? { isNew: false, name: link.name, email: link.email, role: ROLE_NAMES[link.role] }
    : { isNew: true, name: "", email: "", role: ROLE_NAMES.administrator };
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { services, now } = args.context;
  const { name, email, ...passwords } = await readTexts(args.request, [
    "name",
    "email",
    "password",
    "repeated",
  ]);
  const { password, repeated } = passwords;
  if (password !== repeated) {
    return refuse({ password: "The two passwords differ. Enter the same one twice." }, { name, email });
  }
  const chosen = { name, email, password };
  const answer = await services.people.usePasswordLink(tokenOf(args.request), chosen, now.toISOString());
  if (answer.outcome === "signed-in") return enter(args, answer.token);
  return refuse(answer.outcome === "refused" ? answer.faults : {}, { name, email });
}

export default function SetPasswordPage() {
  const link = useLoaderData<typeof loader>();
  const answer = useActionData<Refused>();
  if (link === null) return <UsedLink />;
  const faults: AccountFaults = answer?.faults ?? {};
  return (
    <div className="app-text">
      {answer !== undefined && <ErrorSummary description="Nothing was saved." errors={atFields(faults)} />}
      <h1 className="govuk-heading-xl">{link.isNew ? "Become the administrator" : "Choose your password"}</h1>
      <p className="govuk-body">
        {link.isNew
          ? "An administrator looks after the people of this planner: invites them, gives them a role and lets them in again."
          : `For ${link.name}, ${link.email}. Role: ${link.role.toLowerCase()}.`}
      </p>
      <form method="post" noValidate>
        {link.isNew ? (
          <PersonFields of="yourself" typed={answer?.typed ?? NOTHING_TYPED} faults={faults} />
        ) : (
          <input type="hidden" name="email" autoComplete="username" value={link.email} />
        )}
        <NewPassword
          label="Password"
          again="The same password again"
          least={PASSWORD_LENGTH.least}
          fault={faults.password}
        />
        <Button>Save and sign in</Button>
      </form>
    </div>
  );
}

function UsedLink() {
  return (
    <div className="app-text">
      <h1 className="govuk-heading-xl">This link does not open any more</h1>
      <p className="govuk-body">
        It was used, it has expired, or a part of it is missing. If you have chosen a password already,{" "}
        <a className="govuk-link" href="/sign-in">
          sign in
        </a>
        . Otherwise ask an administrator of this planner for a new link.
      </p>
    </div>
  );
}

const NOTHING_TYPED = { name: "", email: "" };

type Refused = {
  readonly faults: AccountFaults;
  readonly typed: { readonly name: string; readonly email: string };
};

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get(LINK_PARAMETER) ?? "";

const refuse = (faults: AccountFaults, typed: Refused["typed"]): Response =>
  refuseForm<Refused>({ faults, typed });
