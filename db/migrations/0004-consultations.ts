import type { Dialect } from "../open-database";

/** Consultations: what was frozen, who is invited by which link, what they reply in every version, what happened. */
export function consultations(dialect: Dialect): readonly string[] {
  const strict = dialect === "sqlite" ? " strict" : "";
  return [
    `create table consultations (
      plan_id text not null references plans (id),
      id text not null,
      name text not null,
      introduction text not null,
      questions text not null,
      opens text not null,
      closes text not null,
      silence text not null check (silence in ('undecided', 'unchanged', 'declines')),
      small_number_threshold integer not null check (small_number_threshold >= 0),
      created_at text not null,
      created_by text not null,
      closed_at text,
      primary key (plan_id, id)
    )${strict}`,
    `create table consultation_snapshots (
      plan_id text not null,
      consultation_id text not null,
      position integer not null,
      scenario_id text not null,
      revision integer not null,
      content_hash text not null check (length(content_hash) = 64),
      name text not null,
      primary key (plan_id, consultation_id, position),
      foreign key (plan_id, consultation_id) references consultations (plan_id, id),
      foreign key (plan_id, scenario_id, revision) references revisions (plan_id, scenario_id, number)
    )${strict}`,
    `create table invitations (
      token_hash text primary key check (length(token_hash) = 64),
      plan_id text not null,
      consultation_id text not null,
      organisation text not null,
      code_hash text check (length(code_hash) = 64),
      wrong_codes integer not null,
      created_at text not null,
      created_by text not null,
      expires_at text not null,
      revoked_at text,
      opened_at text,
      foreign key (plan_id, consultation_id) references consultations (plan_id, id)
    )${strict}`,
    "create index invitations_of_consultation on invitations (plan_id, consultation_id, organisation)",
    `create table partner_sessions (
      session_hash text primary key check (length(session_hash) = 64),
      token_hash text not null references invitations (token_hash),
      verified_at text,
      expires_at text not null
    )${strict}`,
    `create table replies (
      plan_id text not null,
      consultation_id text not null,
      organisation text not null,
      version integer not null check (version >= 1),
      state text not null check (state in ('draft', 'submitted')),
      way text not null check (way in ('page', 'workbook')),
      answers text not null,
      author text not null,
      created_at text not null,
      primary key (plan_id, consultation_id, organisation, version),
      foreign key (plan_id, consultation_id) references consultations (plan_id, id)
    )${strict}`,
    `create table consultation_events (
      plan_id text not null,
      consultation_id text not null,
      number integer not null check (number >= 1),
      at text not null,
      actor text not null,
      kind text not null,
      organisation text,
      detail text not null,
      primary key (plan_id, consultation_id, number),
      foreign key (plan_id, consultation_id) references consultations (plan_id, id)
    )${strict}`,
    ...NEVER_CHANGED.flatMap((table) => neverChanges(dialect, table)),
  ];
}

/** What went out and what came back stays as it was. */
const NEVER_CHANGED = ["consultation_snapshots", "replies", "consultation_events"] as const;

function neverChanges(dialect: Dialect, table: string): readonly string[] {
  const message = `${table.replaceAll("_", " ")} never change`;
  if (dialect === "postgres") {
    return [
      `create trigger ${table}_never_change before update or delete or truncate on ${table}
        for each statement execute function refuse_change('${message}')`,
    ];
  }
  return ["update", "delete"].map(
    (event) => `create trigger ${table}_no_${event} before ${event} on ${table}
      begin select raise(abort, '${message}'); end`,
  );
}
