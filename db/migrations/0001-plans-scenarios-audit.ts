import type { Dialect } from "../open-database";

/** The first tables: plans, their scenarios with every revision, and the audit log. */
export function plansScenariosAudit(dialect: Dialect): readonly string[] {
  const strict = dialect === "sqlite" ? " strict" : "";
  return [
    `create table plans (
      id text primary key,
      name text not null,
      about text not null,
      position integer not null,
      created_at text not null,
      created_by text not null
    )${strict}`,
    `create table scenarios (
      plan_id text not null references plans (id),
      id text not null,
      name text not null,
      status text not null,
      position integer not null,
      head_revision integer not null check (head_revision >= 1),
      created_at text not null,
      updated_at text not null,
      updated_by text not null,
      archived_at text,
      primary key (plan_id, id)
    )${strict}`,
    `create table revisions (
      plan_id text not null,
      scenario_id text not null,
      number integer not null check (number >= 1),
      document text not null,
      content_hash text not null check (length(content_hash) = 64),
      change_name text not null,
      operations text not null,
      inverse text not null,
      reason text,
      author text not null,
      created_at text not null,
      primary key (plan_id, scenario_id, number),
      foreign key (plan_id, scenario_id) references scenarios (plan_id, id)
    )${strict}`,
    `create table audit (
      sequence integer primary key check (sequence >= 1),
      at text not null,
      actor text not null,
      action text not null,
      subject text not null,
      detail text not null,
      previous_hash text not null check (length(previous_hash) = 64),
      hash text not null check (length(hash) = 64)
    )${strict}`,
    `create table audit_head (
      id integer primary key check (id = 1),
      sequence integer not null,
      hash text not null check (length(hash) = 64)
    )${strict}`,
    `insert into audit_head (id, sequence, hash) values (1, 0, '${"0".repeat(64)}')`,
    ...(dialect === "sqlite" ? SQLITE_TRIGGERS : POSTGRES_TRIGGERS),
  ];
}

// SQLite's `insert or replace` removes a row without asking a delete trigger: hence the triggers on insert.
const SQLITE_TRIGGERS = [
  `create trigger audit_no_update before update on audit
    begin select raise(abort, 'the audit log is append-only'); end`,
  `create trigger audit_no_delete before delete on audit
    begin select raise(abort, 'the audit log is append-only'); end`,
  `create trigger audit_no_replace before insert on audit
    when exists (select 1 from audit where sequence >= new.sequence)
    begin select raise(abort, 'the audit log is append-only'); end`,
  `create trigger audit_head_moves_on before update on audit_head
    when new.sequence <> old.sequence + 1
    begin select raise(abort, 'the end of the audit log only moves on'); end`,
  `create trigger audit_head_no_delete before delete on audit_head
    begin select raise(abort, 'the end of the audit log only moves on'); end`,
  `create trigger audit_head_no_replace before insert on audit_head
    when exists (select 1 from audit_head)
    begin select raise(abort, 'the end of the audit log only moves on'); end`,
  `create trigger revisions_no_update before update on revisions
    begin select raise(abort, 'revisions never change'); end`,
  `create trigger revisions_no_delete before delete on revisions
    begin select raise(abort, 'revisions never change'); end`,
  `create trigger revisions_no_replace before insert on revisions
    when exists (
      select 1 from revisions
      where plan_id = new.plan_id and scenario_id = new.scenario_id and number >= new.number
    )
    begin select raise(abort, 'revisions never change'); end`,
];

const POSTGRES_TRIGGERS = [
  `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '%', tg_argv[0]; end $$`,
  `create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function refuse_change('the audit log is append-only')`,
  `create trigger audit_head_moves_on before update on audit_head
    for each row when (new.sequence <> old.sequence + 1)
    execute function refuse_change('the end of the audit log only moves on')`,
  `create trigger audit_head_stays before delete or truncate on audit_head
    for each statement execute function refuse_change('the end of the audit log only moves on')`,
  `create trigger revisions_never_change before update or delete or truncate on revisions
    for each statement execute function refuse_change('revisions never change')`,
];
