create table patrol_round (
  id           uuid constraint patrol_round_pk primary key,
  round        text not null,
  unit         uuid not null constraint patrol_round_unit references unit (id) on delete cascade,
  starts_on    date not null,
  ends_on      date not null,
  joint        boolean not null,
  agreed_by    text,
  note         text,
  jurisdiction text not null,
  version      integer not null,
  constraint patrol_round_ends_after_start check (ends_on >= starts_on),
  constraint patrol_round_joint_agreed check (not joint or agreed_by is not null),
  constraint patrol_round_once unique (round, unit)
);
create index patrol_round_by_unit on patrol_round (unit, starts_on);

create table entrustment (
  id           uuid constraint entrustment_pk primary key,
  number       text not null,
  official     uuid not null constraint entrustment_official references official (id) on delete cascade,
  tenure       uuid not null constraint entrustment_tenure references tenure (id) on delete cascade,
  kind         text not null constraint entrustment_kind check (kind in ('inOffice', 'departure')),
  entrusted_on date not null,
  by           text not null,
  latest_year  integer not null constraint entrustment_year_sane check (latest_year between 2000 and 2100),
  note         text,
  withdrawn_on date,
  jurisdiction text not null,
  version      integer not null,
  constraint entrustment_once unique (number, tenure)
);
create index entrustment_by_tenure on entrustment (tenure) where withdrawn_on is null;
