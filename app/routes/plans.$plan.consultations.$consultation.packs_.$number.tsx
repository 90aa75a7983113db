import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { AnswersTable } from "../components/consultation/answers-table";
import { Button, ErrorSummary, InsetText, type SummarisedError } from "../components/govuk";
import { consultationHref, consultationKeyOf, requireConsultation } from "../lib/consultation-route";
import { formatMoment } from "../lib/moment";
import { refuseForm } from "../lib/refuse-form";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf, notFound } from "../lib/scenario-route";
import { useCanEdit } from "../lib/signed-in";
import type { LoadedConsultation } from "../services/consultations";
import type { LoadedFile } from "../services/packs";

async function requireFile(
  args: LoaderFunctionArgs,
): Promise<{ readonly loaded: LoadedConsultation; readonly file: LoadedFile }> {
  const loaded = await requireConsultation(args);
  const number = Number(args.params["number"]);
  const file = Number.isSafeInteger(number) ? await args.context.services.packs.load(loaded, number) : null;
  if (file === null) throw notFound();
  return { loaded, file };
}

export async function loader(args: LoaderFunctionArgs) {
  const { loaded, file } = await requireFile(args);
  const partner = loaded.partners.find(({ organisation }) => organisation === file.organisation);
  const repliedAt = partner?.repliedAt ?? null;
  const way = partner?.way === "workbook" ? "in a workbook" : "on its page";
  return {
    name: partner?.name ?? file.organisation,
    fileName: file.name,
    received: formatMoment(file.createdAt),
    replied:
      repliedAt === null
        ? null
        : `There is a reply of ${formatMoment(repliedAt)}, ${way}. What you take from this file becomes the newer one; the older is kept.`,
    isOpen: loaded.window === "open",
    lines: file.lines.map(({ value: _, ...line }) => line),
  };
}

/** Takes the ticked answers together as a reply, if they are one. */
export async function action(args: ActionFunctionArgs) {
  const { loaded, file } = await requireFile(args);
  const references = (await args.request.formData())
    .getAll("take")
    .filter((reference) => typeof reference === "string");
  const outcome = await args.context.services.packs.take(
    loaded,
    { number: file.number, references },
    authorshipOf(args),
  );
  if (outcome.outcome === "missing") throw notFound();
  if (outcome.outcome === "saved")
    return safeRedirect(`${consultationHref(consultationKeyOf(args))}/replies`);
  return refuseForm({ errors: explain(outcome), taken: references });
}

function explain(outcome: {
  readonly outcome: string;
  readonly issues?: readonly { readonly message: string }[];
}): readonly SummarisedError[] {
  if (outcome.issues !== undefined) return outcome.issues.map(({ message }) => ({ text: message }));
  return [
    {
      text: "No replies are taken today: the consultation is not open. Change its last day, then take the answers.",
    },
  ];
}

export default function ReceivedPackPage() {
  const { name, fileName, received, replied, isOpen, lines } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  const canEdit = useCanEdit();
  const refused = lines.filter(({ state }) => state === "refused").length;
  return (
    <>
      {answer !== undefined && (
        <ErrorSummary errors={answer.errors} description="Nothing was taken. The file is kept as it came." />
      )}
      <h2 className="govuk-heading-m">Answers of {name}</h2>
      <p className="govuk-body">
        From {fileName}, received {received}. {summaryOf(lines.length, refused)}
      </p>
      {replied !== null && <InsetText>{replied}</InsetText>}
      <Form method="post">
        <AnswersTable lines={lines} taken={answer?.taken ?? null} canEdit={canEdit} />
        {canEdit && (
          <Button disabled={isBusy || !isOpen}>
            {isOpen
              ? `Take the ticked answers as the reply of ${name}`
              : "The consultation takes no replies today"}
          </Button>
        )}
      </Form>
    </>
  );
}

function summaryOf(lines: number, refused: number): string {
  if (refused === 0) return "Every answer can be taken.";
  return `${refused} of ${lines} lines cannot be taken as they are; each says why.`;
}
