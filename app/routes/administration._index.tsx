import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ROLES } from "../access/identity";
import { passwordLinkPath } from "../access/password-link";
import { ROLE_NAMES } from "../access/role-names";
import { atFields, Button, Details, ErrorSummary, Table, Tag } from "../components/govuk";
import { LinkToCopy } from "../components/people/link-to-copy";
import { PersonFields } from "../components/people/person-fields";
import { RoleChoice } from "../components/people/role-choice";
import { formatMoment } from "../lib/moment";
import { describeDeed, STATE_WORDS } from "../lib/people-words";
import { readTexts } from "../lib/read-form";
import { refuseForm } from "../lib/refuse-form";
import { authorshipOf } from "../lib/scenario-route";
import { PASSWORD_LINK_DAYS } from "../services/account-faults";
import type { AccountFaults, ListedPerson } from "../services/people";

export const meta: MetaFunction = () => [{ title: "Administration - Commissioning planner" }];

export async function loader({ context }: LoaderFunctionArgs) {
  const [people, deeds] = await Promise.all([
    context.services.people.list(),
    context.services.people.listDeeds(),
  ]);
  return { people: people.map(describePerson), deeds: deeds.map(describeDeed) };
}

/** A new person, and the link by which they come in. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { services, origin } = args.context;
  const typed = await readTexts(args.request, ["name", "email", "role"]);
  const role = ROLES.find((known) => known === typed.role);
  if (role === undefined) {
    return refuseForm<Answer>({ invited: null, typed, faults: { role: "Choose a role." } });
  }
  const { name, email } = typed;
  const answer = await services.people.invite({ name, email, role }, authorshipOf(args));
  if (answer.outcome === "refused") return refuseForm<Answer>({ invited: null, typed, ...answer });
  const invited = { name: name.trim(), href: `${origin}${passwordLinkPath(answer.token)}` };
  return Response.json({ invited, typed: NOTHING_TYPED, faults: {} } satisfies Answer);
}

type Typed = { readonly name: string; readonly email: string; readonly role: string };
type Answer = {
  readonly invited: { readonly name: string; readonly href: string } | null;
  readonly typed: Typed;
  readonly faults: AccountFaults & { readonly role?: string };
};

const NOTHING_TYPED: Typed = { name: "", email: "", role: "" };

export default function AdministrationPage() {
  const { people, deeds } = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const faults = atFields(answer?.faults ?? {});
  return (
    <>
      {faults.length > 0 && (
        <ErrorSummary description="Nobody was invited. What you typed is still here." errors={faults} />
      )}
      <h1 className="govuk-heading-xl">Administration</h1>
      {answer?.invited != null && <LinkToCopy {...answer.invited} days={PASSWORD_LINK_DAYS} />}
      <div className="app-report__scroll" role="region" aria-label="People" tabIndex={0}>
        <Table caption="People" head={PEOPLE_HEAD} rows={people.map(personRow)} />
      </div>
      <InviteForm typed={answer?.typed ?? NOTHING_TYPED} faults={answer?.faults ?? {}} />
      <h2 className="govuk-heading-m">What was done</h2>
      <Details summary="The latest 50 lines about people in the audit log">
        <div className="app-report__scroll" role="region" aria-label="What was done" tabIndex={0}>
          <Table
            caption="What was done, the newest first"
            captionSize="s"
            head={DEEDS_HEAD}
            rows={deeds.map(({ when, who, what, about }) => [when, who, what, about])}
          />
        </div>
      </Details>
    </>
  );
}

const PEOPLE_HEAD = ["Name", "E-mail address", "Role", "State", "Last signed in"].map((text) => ({
  text,
}));
const DEEDS_HEAD = ["When", "Who", "What", "Whom it is about"].map((text) => ({ text }));

function describePerson({ id, name, email, role, state, isSample, signedInAt }: ListedPerson) {
  return {
    ...{ name, email, role: ROLE_NAMES[role], isDisabled: state === "disabled" },
    state: isSample ? `${STATE_WORDS[state]}, sample` : STATE_WORDS[state],
    lastSignedIn: signedInAt === null ? "Never" : formatMoment(signedInAt),
    href: `/administration/people/${encodeURIComponent(id)}`,
  };
}

function personRow({ name, email, role, state, isDisabled, lastSignedIn, href }: ShownPerson) {
  return [
    <a key="name" className="govuk-link" href={href}>
      {name}
    </a>,
    email,
    role,
    <Tag key="state" colour={isDisabled ? "grey" : undefined}>
      {state}
    </Tag>,
    lastSignedIn,
  ];
}

type ShownPerson = ReturnType<typeof describePerson>;

function InviteForm({ typed, faults }: Pick<Answer, "typed" | "faults">) {
  return (
    <form method="post" noValidate className="app-text">
      <h2 className="govuk-heading-m">Invite somebody</h2>
      <p className="govuk-body">You get a link to give to them. By it they choose a password and come in.</p>
      <PersonFields of="somebody" typed={typed} faults={faults} />
      <RoleChoice chosen={typed.role} error={faults.role} />
      <Button>Invite</Button>
    </form>
  );
}
