import type { Dialect } from "../open-database";

/** Panels: rounds of scoring, who is asked in each, and what each person scored and declared. */
export function panel(dialect: Dialect): readonly string[] {
  const strict = dialect === "sqlite" ? " strict" : "";
  return [
    `create table panel_rounds (
      plan_id text not null,
      scenario_id text not null,
      number integer not null check (number >= 1),
      opened_at text not null,
      opened_by text not null,
      closed_at text,
      closed_by text,
      primary key (plan_id, scenario_id, number),
      foreign key (plan_id, scenario_id) references scenarios (plan_id, id)
    )${strict}`,
    `create table panel_sheets (
      plan_id text not null,
      scenario_id text not null,
      round integer not null,
      person_id text not null references people (id),
      sheet text not null,
      saved_at text,
      primary key (plan_id, scenario_id, round, person_id),
      foreign key (plan_id, scenario_id, round) references panel_rounds (plan_id, scenario_id, number)
    )${strict}`,
  ];
}
