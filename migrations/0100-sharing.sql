-- What one organ lets another know: a whole case (kind project) or one record, for a purpose, on a legal basis, until a day.
-- `fields` are the groups of fields it opens. A grant to another organ waits until a second person confirms it.
create table share_grant (
  id                 uuid constraint share_grant_pk primary key,
  kind               text not null constraint share_grant_kind check (kind in ('project', 'finding', 'document')),
  record             uuid not null,
  label              text not null,
  organ              text not null,
  jurisdiction       text not null,
  unit               uuid,
  account            text,
  fields             jsonb not null constraint share_grant_fields_list check (jsonb_typeof(fields) = 'array'),
  purpose            text not null constraint share_grant_has_purpose check (purpose <> ''),
  legal_basis        text not null constraint share_grant_has_basis check (legal_basis <> ''),
  issued             boolean not null,
  owner_organ        text not null,
  owner_jurisdiction text not null,
  starts_on          date not null,
  until              date,
  state              text not null constraint share_grant_state check (state in ('waiting', 'given', 'refused', 'revoked')),
  given_by           text not null,
  given_at           timestamptz not null,
  settled_by         text,
  settled_at         timestamptz,
  reason             text,
  version            integer not null,
  constraint share_grant_ends_after_start check (until >= starts_on),
  constraint share_grant_settled_by_second check (settled_by is null or state = 'revoked' or settled_by <> given_by),
  constraint share_grant_settled_whole check ((settled_by is null) = (settled_at is null))
);
create index share_grant_to on share_grant (organ, state);
create index share_grant_of on share_grant (record);
create unique index share_grant_issued_once on share_grant (kind, record, organ, jurisdiction) where issued and state = 'given';

-- Who stays away from what: spouse, kin, near in-law, economic or other interest. It always denies.
create table recusal (
  id           uuid constraint recusal_pk primary key,
  account      text not null,
  kind         text not null constraint recusal_kind check (kind in ('official', 'unit', 'project')),
  subject      uuid not null,
  ground       text not null constraint recusal_ground check (ground in ('spouse', 'kin', 'inLaw', 'interest', 'formerPost', 'other')),
  note         text not null,
  decided_on   date not null,
  decided_by   text not null,
  until        date,
  jurisdiction text not null,
  version      integer not null,
  constraint recusal_ends_after_start check (until >= decided_on)
);
create index recusal_of on recusal (account);

-- Queueing a job needs no right on the queue's own tables.
create function enqueue_job(kind text, payload json, job_key text) returns void language sql security definer
  set search_path = pg_catalog, public as $$
  select graphile_worker.add_job(kind, payload := payload, job_key := job_key, max_attempts := 5)
$$;
create function jobs_waiting(kind text) returns integer language sql stable security definer
  set search_path = pg_catalog, public as $$
  select count(*)::integer from graphile_worker.jobs where task_identifier = kind
$$;
alter function links_rescan() security definer;
alter function links_rescan() set search_path = pg_catalog, public;
