import type { Dialect } from "../open-database";

/** People with their roles, their sessions, one-time links and tries to sign in; each revision names its person. */
export function people(dialect: Dialect): readonly string[] {
  const strict = dialect === "sqlite" ? " strict" : "";
  return [
    `create table people (
      id text primary key,
      name text not null unique,
      email text not null unique,
      role text not null check (role in ('administrator', 'commissioner', 'finance', 'viewer')),
      state text not null check (state in ('invited', 'active', 'disabled')),
      password_hash text,
      is_sample integer not null check (is_sample in (0, 1)),
      created_at text not null,
      created_by text not null,
      signed_in_at text
    )${strict}`,
    `create table sessions (
      token_hash text primary key check (length(token_hash) = 64),
      person_id text not null references people (id),
      created_at text not null,
      seen_at text not null
    )${strict}`,
    "create index sessions_of_person on sessions (person_id)",
    `create table one_time_links (
      token_hash text primary key check (length(token_hash) = 64),
      kind text not null check (kind in ('administrator', 'password', 'sign-in')),
      person_id text references people (id),
      detail text not null,
      created_at text not null,
      expires_at text not null
    )${strict}`,
    `create table sign_in_attempts (
      id text primary key,
      account text not null,
      address text not null,
      at text not null
    )${strict}`,
    "create index sign_in_attempts_at on sign_in_attempts (at)",
    "alter table revisions add column person text references people (id)",
  ];
}
