import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileProgress } from "../components/file-progress";
import { consultationHref, consultationKeyOf, requireConsultation } from "../lib/consultation-route";
import { controlFile, fileWork } from "../lib/file-work";

/** How far the packs of all partners are; they are begun when this page is opened, and downloaded from here. */
export async function loader(args: LoaderFunctionArgs) {
  const loaded = await requireConsultation(args);
  const { services, now, reportError } = args.context;
  const made = services.packs.beginAll(loaded, loaded.partners, now, reportError);
  return {
    href: consultationHref(consultationKeyOf(args)),
    work: fileWork(made, loaded.partners.length),
    all: loaded.partners.length,
  };
}

/** Stops making them, or begins again. */
export async function action(args: ActionFunctionArgs) {
  const loaded = await requireConsultation(args);
  const { packs } = args.context.services;
  return controlFile(args.request, {
    stop: () => packs.stopAll(loaded),
    restart: () => packs.restartAll(loaded),
  });
}

export default function AllPacksPage() {
  const { href, work, all } = useLoaderData<typeof loader>();
  return (
    <>
      <h2 className="govuk-heading-m">All packs</h2>
      <FileProgress
        work={work}
        about={{
          working:
            "The packs are made one after the other. You can go on working meanwhile; they are kept here.",
          progress: `${work.done} of ${all} packs are made`,
          ready: `The ${all} packs are ready.`,
          failed: "The packs could not be made.",
        }}
        file={{ href: `${href}/download/packs.zip`, text: "Download all packs (.zip)" }}
        back={{ href: `${href}/packs`, text: "Back to the packs" }}
      />
    </>
  );
}
