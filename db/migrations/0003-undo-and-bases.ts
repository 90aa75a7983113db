import type { Dialect } from "../open-database";

/**
 * What a revision takes back or makes again, how much of its base a scenario has taken over, and the reasons that people
 * give for a changed field after the change.
 */
export function undoAndBases(dialect: Dialect): readonly string[] {
  const strict = dialect === "sqlite" ? " strict" : "";
  return [
    "alter table revisions add column undoes integer check (undoes >= 1)",
    "alter table revisions add column redoes integer check (redoes >= 1)",
    "alter table revisions add column taken_over integer check (taken_over >= 1)",
    `create table change_reasons (
      plan_id text not null,
      scenario_id text not null,
      path text not null,
      revision integer not null check (revision >= 1),
      reason text not null,
      author text not null,
      created_at text not null,
      primary key (plan_id, scenario_id, path),
      foreign key (plan_id, scenario_id) references scenarios (plan_id, id)
    )${strict}`,
  ];
}
