-- The house's own number stands in every link: a chain of another house does not fit here.
-- algorithm (sha256, sm3) holds for batches to come, signature (ed25519, sm2) for checkpoints to come.
insert into setting (name, value)
values ('trail', jsonb_build_object('house', gen_random_uuid(), 'algorithm', 'sha256', 'signature', 'ed25519'))
on conflict (name) do nothing;

-- Names of the keys that have sealed entries of this house: first 8 digits of their sha256; empty for entries older than the seal.
create table trail_key (
  name  text        constraint trail_key_pk primary key,
  since timestamptz not null
);
insert into trail_key (name, since) select '', now() where exists (select from trail where seal = '');
create trigger trail_key_is_kept before update or delete on trail_key for each row execute function trail_is_kept();
create trigger trail_key_is_whole before truncate on trail_key for each statement execute function trail_is_kept();
revoke update, delete, truncate on trail_key from public;
