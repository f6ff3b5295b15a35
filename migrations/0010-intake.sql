-- One import: who brought what in, how it ended, and what was refused. `shapes` holds the columns of each table it
-- touched, so that a later column does not make every earlier import look changed.
create table batch (
  id           uuid        constraint batch_pk primary key,
  what         text        not null,
  state        text        not null constraint batch_state check (state in ('waiting', 'running', 'done', 'failed', 'undone')),
  started_at   timestamptz not null,
  started_by   text        not null,
  ended_at     timestamptz,
  undone_at    timestamptz,
  undone_by    text,
  files        jsonb       not null constraint batch_files_list check (jsonb_typeof(files) = 'array'),
  files_done   integer     not null constraint batch_files_done check (files_done >= 0),
  accepted     integer     not null constraint batch_accepted check (accepted >= 0),
  updated      integer     not null constraint batch_updated check (updated >= 0),
  unchanged    integer     not null constraint batch_unchanged check (unchanged >= 0),
  refused      integer     not null constraint batch_refused check (refused >= 0),
  rejected     jsonb       not null constraint batch_rejected_list check (jsonb_typeof(rejected) = 'array'),
  unreadable   jsonb       not null constraint batch_unreadable_list check (jsonb_typeof(unreadable) = 'array'),
  ignored      jsonb       not null constraint batch_ignored_list check (jsonb_typeof(ignored) = 'array'),
  shapes       jsonb       not null,
  jurisdiction text        not null,
  constraint batch_undone_fully check ((state = 'undone') = (undone_at is not null and undone_by is not null))
);
create index batch_by_time on batch (started_at desc, id desc);
create index batch_under_way on batch (id) where state in ('waiting', 'running');

-- Each record a batch touched: how it stood before, and the print of how it stood after.
create table batch_change (
  batch    uuid    not null constraint batch_change_batch references batch (id) on delete cascade,
  seq      integer not null,
  relation text    not null,
  record   uuid    not null,
  deed     text    not null constraint batch_change_deed check (deed in ('added', 'changed', 'dropped')),
  before   jsonb,
  after    text,
  constraint batch_change_pk primary key (batch, seq),
  constraint batch_change_images check ((deed = 'added') = (before is null) and (deed = 'dropped') = (after is null))
);
