-- A person works in seats: organ, unit, role, place, from and until. What an account may do comes from the seat it sits in.
create extension if not exists btree_gist;

alter table account
  add person          text,
  add official_id     uuid constraint account_official references official (id),
  add password_set_at timestamptz,
  add password_due    boolean not null default false,
  add failed_at       timestamptz,
  add last_seat       uuid;
update account set person = account, password_set_at = created_at;
alter table account
  alter person set not null,
  alter password_set_at set not null,
  add constraint account_person unique (account, person),
  -- Names under which the house itself and nobody at all stand in the trail.
  add constraint account_not_the_house check (account not in ('system', '-') and person not in ('system', '-'));

-- Power over accounts is given by two: the system administrator proposes, the security administrator decides.
create table access_order (
  id          uuid        constraint access_order_pk primary key,
  kind        text        not null constraint access_order_kind
                          check (kind in ('migrated', 'founding', 'seat', 'password', 'secondFactor', 'subject', 'enable')),
  account     text        not null constraint access_order_account references account (account) on delete cascade,
  detail      jsonb       not null,
  ground      text        not null,
  proposed_by text        not null,
  proposed_at timestamptz not null,
  state       text        not null constraint access_order_state check (state in ('waiting', 'done', 'refused', 'withdrawn')),
  decided_by  text,
  decided_at  timestamptz,
  reason      text,
  constraint access_order_decided check ((state = 'waiting') = (decided_at is null) and (state = 'waiting') = (decided_by is null)),
  constraint access_order_two check (state <> 'done' or kind in ('migrated', 'founding') or decided_by <> proposed_by)
);
create index access_order_by_account on access_order (account);
create index access_order_waiting on access_order (proposed_at) where state = 'waiting';

create table seat (
  id           uuid constraint seat_pk primary key,
  account      text not null,
  person       text not null,
  role         text not null constraint seat_role check (role in (
    'clerk', 'auditor', 'leadAuditor', 'reviewer', 'adjudicator', 'director', 'committeeOffice', 'secretary', 'organisation',
    'discipline', 'patrol', 'staffing', 'finance', 'stateAssets', 'congress', 'liaison', 'unitStaff', 'official',
    'systemAdmin', 'securityAdmin', 'auditAdmin')),
  jurisdiction text not null,
  unit_id      uuid constraint seat_unit references unit (id),
  from_on      date not null,
  until_on     date,
  ended_on     date,
  ended_by     text,
  access_order uuid not null constraint seat_order references access_order (id) on delete cascade,
  constraint seat_account foreign key (account, person) references account (account, person) on update cascade on delete cascade,
  constraint seat_span check (until_on is null or until_on >= from_on),
  constraint seat_ended check ((ended_on is null) = (ended_by is null)),
  -- Nobody holds two of the three administrators' seats, nor one of them beside a business seat, at one time; by whatever account.
  constraint seat_exclusive exclude using gist (
    person with =,
    (case when role in ('systemAdmin', 'securityAdmin', 'auditAdmin') then role else 'business' end) with <>,
    daterange(from_on, until_on, '[]') with &&
  ) where (ended_on is null)
);
create index seat_by_account on seat (account);

insert into access_order (id, kind, account, detail, ground, proposed_by, proposed_at, state, decided_by, decided_at)
select gen_random_uuid(), 'migrated', account, jsonb_build_object('role', role, 'jurisdiction', jurisdiction),
       'account of an earlier version', 'system', created_at, 'done', 'system', created_at
from account;
insert into seat (id, account, person, role, jurisdiction, unit_id, from_on, access_order)
select gen_random_uuid(), a.account, a.person, a.role, a.jurisdiction, (select u.id from unit u where u.id = a.unit_id),
       (a.created_at at time zone 'Asia/Shanghai')::date, o.id
from account a join access_order o on o.account = a.account;
alter table account drop role, drop jurisdiction, drop unit_id;

-- The person who sits in a role on a day, by one account; null when that account has no such seat then.
create function holder_of(by_account text, in_role text, on_day date) returns text language sql stable as $$
  select s.person from seat s join account a on a.account = s.account
  where s.account = by_account and s.role = in_role and s.ended_on is null and a.disabled_on is null
    and s.from_on <= on_day and (s.until_on is null or s.until_on >= on_day)
  limit 1
$$;

create function access_order_needs_two() returns trigger language plpgsql as $$
declare
  proposer text;
  decider text;
  beneficiary text;
begin
  if tg_op = 'UPDATE' and (old.state <> 'waiting'
     or (old.id, old.kind, old.account, old.detail, old.ground, old.proposed_by, old.proposed_at)
        is distinct from (new.id, new.kind, new.account, new.detail, new.ground, new.proposed_by, new.proposed_at)) then
    raise exception 'an order is decided once and never changed' using errcode = 'check_violation';
  end if;
  if new.kind = 'migrated' then
    raise exception 'seats of an earlier version are made only by the migration' using errcode = 'check_violation';
  end if;
  if new.kind = 'founding' then
    if tg_op <> 'INSERT' or new.state <> 'done' or new.proposed_by <> 'system'
       or new.detail ->> 'role' not in ('systemAdmin', 'securityAdmin', 'auditAdmin')
       or exists (select from seat s join account a on a.account = s.account join account b on b.account = new.account
                  where s.role = new.detail ->> 'role' and s.ended_on is null and a.disabled_on is null and a.demo = b.demo
                    and (s.until_on is null or s.until_on >= (new.decided_at at time zone 'Asia/Shanghai')::date)) then
      raise exception 'only a vacant administrator''s seat is filled without a second person' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.state <> 'done' then
    return new;
  end if;
  -- The console (`system`) may propose like a system administrator; it decides nothing.
  proposer := case when new.proposed_by = 'system' then 'system'
                   else holder_of(new.proposed_by, 'systemAdmin', (new.proposed_at at time zone 'Asia/Shanghai')::date) end;
  decider := holder_of(new.decided_by, 'securityAdmin', (new.decided_at at time zone 'Asia/Shanghai')::date);
  select person into beneficiary from account where account = new.account;
  if tg_op = 'INSERT' or proposer is null or decider is null or proposer = decider or beneficiary in (proposer, decider) then
    raise exception 'an order takes effect only by a system and a security administrator who are two people and not its beneficiary'
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger access_order_needs_two before insert or update on access_order for each row execute function access_order_needs_two();

create function seat_stands_on_order() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and not exists (
    select from access_order o
    where o.id = new.access_order and o.account = new.account and o.kind in ('seat', 'founding') and o.state = 'done'
      and o.detail ->> 'role' = new.role and o.detail ->> 'jurisdiction' = new.jurisdiction
      and (o.detail ->> 'unitId') is not distinct from new.unit_id::text
      and o.detail ->> 'fromOn' = new.from_on::text and (o.detail ->> 'untilOn') is not distinct from new.until_on::text) then
    raise exception 'a seat is given only by a decided order that says the same' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and (old.ended_on is not null
     or (old.id, old.account, old.role, old.jurisdiction, old.unit_id, old.from_on, old.until_on, old.access_order)
        is distinct from (new.id, new.account, new.role, new.jurisdiction, new.unit_id, new.from_on, new.until_on, new.access_order)) then
    raise exception 'a seat is never changed, only ended' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger seat_stands_on_order before insert or update on seat for each row execute function seat_stands_on_order();
