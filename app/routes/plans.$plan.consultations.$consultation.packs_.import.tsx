import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Button, ErrorSummary, FileUpload } from "../components/govuk";
import { consultationHref, consultationKeyOf, requireConsultation } from "../lib/consultation-route";
import { readUpload } from "../lib/read-upload";
import { refuseForm } from "../lib/refuse-form";
import { FILE_FAULTS } from "../lib/reply-faults";
import { safeRedirect } from "../lib/safe-redirect";
import { authorshipOf } from "../lib/scenario-route";

const FIELD = "file";

export async function loader(args: LoaderFunctionArgs) {
  const { partners } = await requireConsultation(args);
  return { asked: partners.length };
}

/** Only a pack of this consultation is kept; of any other file nothing is written. */
export async function action(args: ActionFunctionArgs) {
  const loaded = await requireConsultation(args);
  const file = await readUpload(args.request, FIELD);
  if (file === null) return refuseForm({ fault: "Choose the workbook that a partner sent back." });
  const content = Buffer.from(await file.arrayBuffer());
  const outcome = await args.context.services.packs.receive(
    loaded,
    { name: file.name.slice(0, 200), content },
    authorshipOf(args),
  );
  if (outcome.outcome === "refused") return refuseForm({ fault: FILE_FAULTS[outcome.fault] });
  return safeRedirect(`${consultationHref(consultationKeyOf(args))}/packs/${outcome.number}`);
}

export default function UploadPackPage() {
  const { asked } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>()?.fault;
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="app-text">
      {fault !== undefined && (
        <ErrorSummary errors={[{ href: `#${FIELD}`, text: fault }]} description="Nothing was stored." />
      )}
      <Form method="post" encType="multipart/form-data">
        <FileUpload
          name={FIELD}
          label="Upload a pack that a partner sent back"
          labelSize="m"
          hint={`The .xlsx file of any of the ${asked} partners, up to 10 MB. You see every answer beside what was asked before anything counts as a reply.`}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          error={fault}
        />
        <Button disabled={isBusy}>Upload</Button>
      </Form>
    </div>
  );
}
