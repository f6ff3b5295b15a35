-- Law texts are the same for everybody (a reference table on a divided database): their rows carry the place they apply
-- to (000000 = the whole country) on the title only, not on every provision.
create table regulation (
  id           uuid primary key,
  title        text not null constraint regulation_title_once unique,
  aliases      jsonb not null constraint regulation_aliases_list check (jsonb_typeof(aliases) = 'array'),
  jurisdiction text not null constraint regulation_jurisdiction check (jurisdiction ~ '^\d{6}(\d{3}(\d{3})?)?$'),
  repealed_on  date,
  repeal_basis text,
  version      integer not null,
  constraint regulation_repealed_with_basis check ((repealed_on is null) = (repeal_basis is null))
);

create table regulation_version (
  id              uuid primary key,
  regulation      uuid not null constraint regulation_version_of references regulation (id) deferrable initially deferred,
  name            text not null,
  adopted_on      date,
  effective_on    date,
  effective_basis text,
  commenced_on    date,
  history         jsonb not null constraint regulation_version_history_list check (jsonb_typeof(history) = 'array'),
  articles        integer not null constraint regulation_version_articles check (articles >= 0),
  sha256          text not null constraint regulation_version_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  text            text not null,
  folded          text not null,
  version         integer not null,
  constraint regulation_version_once unique nulls not distinct (regulation, adopted_on)
);

create table provision (
  id                 uuid primary key,
  regulation_version uuid not null constraint provision_of references regulation_version (id) on delete cascade deferrable initially deferred,
  position           integer not null,
  parent             integer,
  kind               text not null constraint provision_kind check (kind in ('title', 'history', 'contents', 'preamble', 'part',
                       'chapter', 'section', 'article', 'paragraph', 'item', 'subitem', 'annex')),
  label              text not null,
  article            integer,
  suffix             integer not null,
  paragraph          integer,
  item               integer,
  subitem            integer,
  starts_at          integer not null,
  text_at            integer not null,
  ends_at            integer not null,
  constraint provision_once unique (regulation_version, position),
  constraint provision_spans check (starts_at <= text_at and text_at <= ends_at)
);
create index provision_by_article on provision (regulation_version, article);

create table workday (
  id      uuid primary key,
  day     date not null constraint workday_once unique,
  working boolean not null,
  note    text not null,
  source  text not null,
  version integer not null
);
-- Years whose holiday notice is on file; a due day that needs another year is provisional.
create table calendar_year (
  id      uuid primary key,
  year    integer not null constraint calendar_year_once unique constraint calendar_year_range check (year between 1990 and 2200),
  source  text not null,
  version integer not null
);

create table clock_rule (
  id           uuid primary key,
  rule         text not null constraint clock_rule_id check (rule ~ '^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)+$'),
  title        jsonb not null,
  region       text constraint clock_rule_region check (region ~ '^\d{6}(\d{3}(\d{3})?)?$'),
  amount       integer not null constraint clock_rule_amount check (amount between 0 and 36500),
  unit         text not null constraint clock_rule_unit check (unit in ('workingDay', 'calendarDay', 'month', 'year', 'yearEnd', 'open')),
  roll         text not null constraint clock_rule_roll check (roll in ('none', 'nextWorkingDay', 'previousWorkingDay')),
  direction    text not null constraint clock_rule_direction check (direction in ('after', 'before')),
  start_event  text not null,
  start_offset integer not null constraint clock_rule_offset check (start_offset between 0 and 366),
  valid_from   date,
  valid_until  date,
  selected_by  text not null constraint clock_rule_selected_by check (selected_by in ('start', 'act')),
  law_title    text not null,
  law_version  date,
  article      integer,
  paragraph    integer,
  item         integer,
  verified     boolean not null,
  note         text,
  version      integer not null,
  constraint clock_rule_span check (valid_until >= valid_from),
  constraint clock_rule_verified_is_cited check (not verified or (article is not null and law_version is not null))
);
create index clock_rule_by_rule on clock_rule (rule);
create unique index clock_rule_once on clock_rule (rule, region, valid_from) nulls not distinct;
