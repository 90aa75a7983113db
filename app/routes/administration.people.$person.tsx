import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ROLES } from "../access/identity";
import { passwordLinkPath } from "../access/password-link";
import { ROLE_NAMES } from "../access/role-names";
import {
  Button,
  ErrorSummary,
  type NavigationItem,
  NotificationBanner,
  SummaryList,
} from "../components/govuk";
import { LinkToCopy } from "../components/people/link-to-copy";
import { RoleChoice } from "../components/people/role-choice";
import { formatMoment } from "../lib/moment";
import { STATE_WORDS } from "../lib/people-words";
import { readTexts } from "../lib/read-form";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound } from "../lib/scenario-route";
import { PASSWORD_LINK_DAYS } from "../services/account-faults";
import type { ListedPerson, PersonChanged } from "../services/people";

const LAST_ADMINISTRATOR =
  "This is the last administrator: nobody could look after the people any more. Make somebody else an administrator first.";
const NO_ROLE = "Choose a role.";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Error"} - Administration - Commissioning planner` },
];

export const handle = {
  trail: (): readonly NavigationItem[] => [{ href: "/administration", text: "Administration" }],
};

export async function loader(args: LoaderFunctionArgs) {
  const { id, name, email, role, state, isSample, signedInAt } = await requirePerson(args);
  return {
    ...{ id, name, email, role, isSample, isDisabled: state === "disabled" },
    state: STATE_WORDS[state],
    lastSignedIn: signedInAt === null ? "Never" : formatMoment(signedInAt),
  };
}

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { id, name } = await requirePerson(args);
  const { people } = args.context.services;
  const by = authorshipOf(args);
  const { what, role: typed } = await readTexts(args.request, ["what", "role"]);
  switch (what) {
    case "role": {
      const role = ROLES.find((known) => known === typed);
      if (role === undefined) return refuseForm<Answer>({ fault: NO_ROLE });
      return answerChange(id, await people.changeRole(id, role, by), "role");
    }
    case "disable":
      return answerChange(id, await people.changeState(id, "disabled", by), "disabled");
    case "enable":
      return answerChange(id, await people.changeState(id, "active", by), "enabled");
    case "link": {
      const token = await people.newPasswordLink(id, by);
      if (token === null) throw notFound();
      const href = `${args.context.origin}${passwordLinkPath(token)}`;
      return Response.json({ link: { name, href } } satisfies Answer);
    }
    default:
      return refuseForm<Answer>({ fault: "Choose what to change with one of the buttons." });
  }
}

type Answer = { readonly fault?: string; readonly link?: { readonly name: string; readonly href: string } };

function answerChange(id: string, changed: PersonChanged, done: keyof typeof DONE): Response {
  if (changed === "missing") throw notFound();
  if (changed === "last-administrator") return refuseForm<Answer>({ fault: LAST_ADMINISTRATOR });
  return safeRedirect(`/administration/people/${encodeURIComponent(id)}?done=${done}`);
}

const DONE = {
  role: "The role is changed. It counts from the next page they open.",
  disabled: "Disabled. They are signed out everywhere, and their links open no more.",
  enabled: "They can sign in again.",
} as const;

async function requirePerson({ params, context }: LoaderFunctionArgs): Promise<ListedPerson> {
  const person = (await context.services.people.list()).find(({ id }) => id === params["person"]);
  if (person === undefined) throw notFound();
  return person;
}

export default function PersonPage() {
  const person = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const done = useSearchParams()[0].get("done");
  const { name, email, role, state, isDisabled, isSample, lastSignedIn } = person;
  return (
    <div className="app-text">
      {answer?.fault !== undefined && (
        <ErrorSummary description="Nothing was changed." errors={[{ href: "#role", text: answer.fault }]} />
      )}
      {answer === undefined && done !== null && done in DONE && (
        <NotificationBanner type="success">{DONE[done as keyof typeof DONE]}</NotificationBanner>
      )}
      <h1 className="govuk-heading-xl">{name}</h1>
      {answer?.link !== undefined && <LinkToCopy {...answer.link} days={PASSWORD_LINK_DAYS} />}
      <SummaryList
        rows={[
          { key: "E-mail address", value: email },
          { key: "Role", value: ROLE_NAMES[role] },
          { key: "State", value: isSample ? `${state}, one of the sample’s people` : state },
          { key: "Last signed in", value: lastSignedIn },
        ]}
      />
      <form method="post" noValidate>
        <RoleChoice chosen={role} error={answer?.fault === NO_ROLE ? NO_ROLE : undefined} />
        <Button name="what" value="role">
          Save the role
        </Button>
      </form>
      {!isSample && !isDisabled && <NewLink />}
      <Access isDisabled={isDisabled} />
    </div>
  );
}

function NewLink() {
  return (
    <form method="post">
      <h2 className="govuk-heading-m">A new link</h2>
      <p className="govuk-body">
        For somebody who has lost the invitation or forgotten the password. Earlier links open no more; the
        password counts until a new one is chosen.
      </p>
      <Button look="secondary" name="what" value="link">
        Make a link
      </Button>
    </form>
  );
}

function Access({ isDisabled }: { readonly isDisabled: boolean }) {
  return (
    <form method="post">
      <h2 className="govuk-heading-m">{isDisabled ? "Let in again" : "Shut out"}</h2>
      <p className="govuk-body">
        {isDisabled
          ? "Role, password and history are as they were."
          : "At once, wherever they are signed in. What they did stays in the history under their name."}
      </p>
      {isDisabled ? (
        <Button look="secondary" name="what" value="enable">
          Let in again
        </Button>
      ) : (
        <Button look="warning" name="what" value="disable">
          Disable the account
        </Button>
      )}
    </form>
  );
}
