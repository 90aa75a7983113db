import type { Dialect } from "../open-database";

/** The workbooks that came back, as they came, and the keys by which the planner knows its own. */
export function replyFiles(dialect: Dialect): readonly string[] {
  const strict = dialect === "sqlite" ? " strict" : "";
  return [
    `create table server_keys (
      name text primary key,
      value text not null,
      created_at text not null
    )${strict}`,
    `create table reply_files (
      plan_id text not null,
      consultation_id text not null,
      number integer not null check (number >= 1),
      organisation text not null,
      name text not null,
      content text not null,
      cells text not null,
      author text not null,
      created_at text not null,
      primary key (plan_id, consultation_id, number),
      foreign key (plan_id, consultation_id) references consultations (plan_id, id)
    )${strict}`,
    ...neverChange(dialect, "reply_files"),
  ];
}

/** An original stays as it came. */
function neverChange(dialect: Dialect, table: string): readonly string[] {
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
