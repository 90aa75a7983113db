import { buildRiskRegisterTable } from "../../reports/risk-register";
import type { ListRule } from "../list-rule";

/** Objectives, commitments and risks. */
export const STRATEGY_LISTS: readonly ListRule[] = [
  {
    pattern: "/objectives/*",
    one: "objective",
    page: "strategy",
    fields: () => ["name"],
    grid: {
      id: "edit-objectives",
      title: "Objectives",
      note: "What the strategy is for.",
      empty: "No objective is entered. Enter what the strategy is for; commitments can then name it.",
    },
  },
  {
    pattern: "/commitments/*",
    one: "commitment",
    page: "strategy",
    fields: () => ["name", "objective", "state", "continuing", "note", "sameAs"],
    blank: () => ({ state: "not-started" }),
    grid: {
      id: "edit-commitments",
      title: "Commitments",
      note: "What was promised, and how it stands.",
      empty:
        "No commitment is entered. Enter what was promised with its state; each lot, grant or contract can then name the commitments that its money serves.",
    },
  },
  {
    pattern: "/risks/*",
    one: "risk",
    page: "risks",
    fields: () => ["text", "likelihood", "impact", "owner", "mitigation"],
    grid: {
      id: "risks",
      title: "Risk register",
      note: "",
      report: {
        build: buildRiskRegisterTable,
        fields: () => ({
          risk: "text",
          likelihood: "likelihood",
          impact: "impact",
          owner: "owner",
          mitigation: "mitigation",
        }),
      },
      empty:
        "The register is empty. Enter a risk with its likelihood and its impact from 1 to 5, who owns it and what is done about it.",
    },
  },
];
