create table jurisdiction (
  code      text primary key constraint jurisdiction_code_digits check (code ~ '^\d{6}(\d{3}(\d{3})?)?$'),
  name      text not null constraint jurisdiction_has_name check (name <> ''),
  level     text not null constraint jurisdiction_level check (level in ('province', 'city', 'county', 'township')),
  superior  text constraint jurisdiction_superior references jurisdiction (code),
  standard  text not null constraint jurisdiction_standard check (standard in ('national', 'statistical', 'local')),
  starts_on date,
  ends_on   date,
  version   integer not null,
  constraint jurisdiction_ends_after_start check (ends_on >= starts_on),
  constraint jurisdiction_not_own_superior check (superior <> code)
);
create index jurisdiction_superior on jurisdiction (superior);

create table unit (
  id           uuid primary key,
  number       text not null constraint unit_number_once unique,
  name         text not null constraint unit_has_name check (name <> ''),
  short_names  jsonb not null constraint unit_short_names_list check (jsonb_typeof(short_names) = 'array'),
  former_names jsonb not null constraint unit_former_names_list check (jsonb_typeof(former_names) = 'array'),
  category     text not null constraint unit_category check (category in ('party', 'government', 'congress', 'consultative', 'supervision',
                 'court', 'procuratorate', 'department', 'institution', 'association', 'stateFirm', 'other')),
  level        text not null constraint unit_level check (level in ('provincial', 'bureau', 'county', 'township', 'section', 'unranked')),
  grade        text constraint unit_grade check (grade in ('head', 'deputy')),
  superior     uuid constraint unit_superior references unit (id) deferrable initially deferred,
  jurisdiction text not null,
  credit_code  text constraint unit_credit_code check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  version      integer not null,
  constraint unit_not_own_superior check (superior <> id)
);
create index unit_superior on unit (superior);
create index unit_jurisdiction on unit (jurisdiction);
