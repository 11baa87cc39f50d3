import { sql, type Migration } from 'kysely'

/** Changes of the schema, in the order of their names. */
export const migrations: { [name: string]: Migration } = {
  '0001-drafts': {
    async up(db) {
      await sql`create table drafts (
        id uuid primary key default gen_random_uuid(),
        scheme text not null, year int not null check (year between 1900 and 2200), title text not null, based_on text not null,
        document json not null, revision int not null default 0,
        created_at timestamptz not null default now(), updated_at timestamptz not null default now())`.execute(db)
      await sql`create table steps (
        draft uuid not null references drafts on delete cascade, revision int not null, step json not null, by text not null,
        at timestamptz not null default now(), primary key (draft, revision))`.execute(db)
      await sql`create table audit (
        id bigserial primary key, actor text not null, action text not null, subject text not null, detail json not null,
        at timestamptz not null default now())`.execute(db)
    },
  },
  '0002-snapshots': {
    async up(db) {
      await sql`alter table drafts add column snapshot int not null default 0`.execute(db)
      await sql`update drafts set snapshot = revision`.execute(db)
    },
  },
  '0003-comments': {
    async up(db) {
      await sql`alter table steps add column why text`.execute(db)
      await sql`create table comments (
        id uuid primary key default gen_random_uuid(), draft uuid not null references drafts on delete cascade,
        path text not null, thread uuid references comments on delete cascade, by text not null, text text not null,
        at timestamptz not null default now(), resolved_at timestamptz, resolved_by text)`.execute(db)
      await sql`create index comments_of_draft on comments (draft, at)`.execute(db)
    },
  },
  '0004-sources': {
    async up(db) {
      await sql`create table sources (
        id bigserial primary key, scheme text not null, sha256 text not null, name text not null, text text not null, clauses json not null,
        at timestamptz not null default now())`.execute(db)
      await sql`create index sources_of_scheme on sources (scheme, id)`.execute(db)
      await sql`create table source_checks (
        id bigserial primary key, scheme text not null, sha256 text not null, path text not null, clause text not null, by text not null,
        at timestamptz not null default now())`.execute(db)
      await sql`create index source_checks_of_scheme on source_checks (scheme, id)`.execute(db)
    },
  },
  '0005-cases': {
    async up(db) {
      await sql`create table draft_cases (
        draft uuid primary key references drafts on delete cascade, revision int not null, document json not null,
        updated_at timestamptz not null default now())`.execute(db)
    },
  },
  '0006-reasons': {
    async up(db) {
      await sql`create table reasons (
        a text not null, b text not null, path text not null, text text not null, by text not null, at timestamptz not null default now(),
        primary key (a, b, path))`.execute(db)
    },
  },
  '0007-cohorts': {
    async up(db) {
      await sql`create table draft_cohorts (
        draft uuid primary key references drafts on delete cascade, name text not null, document json not null, at timestamptz not null)`.execute(db)
    },
  },
}
