import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReportTable } from "../components/report/report-table";
import { noticeHref } from "../lib/notice-href";
import { requireScenario, scenarioHref, scenarioKeyOf } from "../lib/scenario-route";
import { showTable } from "../lib/shown-table";
import { buildRaisedRisks, buildRaisedRisksTable } from "../reports/raised-risks";
import { buildRiskRegisterTable } from "../reports/risk-register";

export async function loader(args: LoaderFunctionArgs) {
  const { evaluation } = await requireScenario(args);
  const href = scenarioHref(scenarioKeyOf(args));
  return {
    register: showTable(href, buildRiskRegisterTable(evaluation)),
    raised: showTable(href, buildRaisedRisksTable(evaluation)),
    causes: Object.fromEntries(
      buildRaisedRisks(evaluation).map((risk) => [risk.id, noticeHref(href, risk) ?? href]),
    ),
  };
}

export default function RisksPage() {
  const { register, raised, causes } = useLoaderData<typeof loader>();
  return (
    <>
      <h2 className="govuk-heading-l">Risks</h2>
      {register.table.rows.length > 0 ? <ReportTable {...register} /> : <EmptyRegister />}
      {raised.table.rows.length > 0 ? (
        <ReportTable {...raised} rowHref={(id) => causes[id] ?? ""} />
      ) : (
        <p className="govuk-body app-text">
          The figures raise no risk: no gap, nothing unfunded or at risk, no wait that grows, every price
          known.
        </p>
      )}
    </>
  );
}

function EmptyRegister() {
  return (
    <p className="govuk-body app-text">
      The register is empty. A risk is entered with its likelihood and its impact from 1 to 5, who owns it and
      what is done about it, under “risks” in the scenario file.
    </p>
  );
}
