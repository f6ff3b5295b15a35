create table rectification (
  id uuid constraint rectification_pk primary key,
  finding uuid not null constraint rectification_finding_fk references finding (id) on delete cascade,
  pace text not null constraint rectification_pace_known check (pace in ('immediate', 'staged', 'sustained')),
  due_on date,
  measure text,
  state text not null constraint rectification_state_known check (state in ('open', 'claimed', 'recognised', 'closed')),
  claimed text constraint rectification_claimed_known check (claimed in ('done', 'inProgress', 'longTerm', 'notDone')),
  claimed_on date,
  claimed_by text,
  recognised text constraint rectification_recognised_known check (recognised in ('done', 'inProgress', 'longTerm', 'notDone', 'notNeeded')),
  recognised_on date,
  recognised_by text,
  closed_on date,
  closed_by text,
  jurisdiction text not null,
  version int not null,
  constraint rectification_once unique (finding),
  constraint rectification_closed_has_day check ((state = 'closed') = (closed_on is not null)),
  constraint rectification_closed_when_recognised check (closed_on is null or recognised in ('done', 'notNeeded'))
);
create index rectification_by_due on rectification (jurisdiction, due_on) where state <> 'closed';

create table rectification_step (
  id uuid constraint rectification_step_pk primary key,
  rectification uuid not null constraint rectification_step_item_fk references rectification (id) on delete cascade,
  step text not null constraint rectification_step_known check (step in ('claim', 'recognise', 'sendBack', 'close', 'extend', 'reopen')),
  account text not null,
  name text not null,
  taken_on date not null,
  outcome text,
  text text not null,
  due_before date,
  due_after date
);
create index rectification_step_by_item on rectification_step (rectification, id);
