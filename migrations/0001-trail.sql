-- Every act and every reading of a person's record leaves one row, in the same transaction as the change.
-- seq, previous, hash and algorithm are filled by the sequencer that chains the rows; until then they are null.
create table trail (
  id           uuid        constraint trail_pk primary key,
  at           timestamptz not null,
  account      text        not null,
  role         text        not null,
  jurisdiction text        not null,
  verb         text        not null,
  subject      text        not null,
  kind         text        not null constraint trail_kind check (kind in ('act', 'read')),
  detail       jsonb       not null,
  digest       text        not null constraint trail_digest check (digest ~ '^[0-9a-f]{64}$'),
  seq          bigint      constraint trail_seq unique,
  previous     text,
  hash         text,
  algorithm    text        constraint trail_algorithm check (algorithm in ('sha256', 'sm3'))
);
create index trail_by_time on trail (at desc, id desc);
create index trail_by_subject on trail (subject, at desc);
create index trail_by_account on trail (account, at desc);

create function trail_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'trail rows are never deleted';
  end if;
  if old.hash is not null
     or (new.id, new.at, new.account, new.role, new.jurisdiction, new.verb, new.subject, new.kind, new.detail, new.digest)
        is distinct from
        (old.id, old.at, old.account, old.role, old.jurisdiction, old.verb, old.subject, old.kind, old.detail, old.digest) then
    raise exception 'trail rows are never changed';
  end if;
  return new;
end $$;
create trigger trail_is_kept before update or delete on trail for each row execute function trail_is_kept();
