-- Spans of papers that name an official, a unit or an article; made again by every scan, kept by document and offsets.
create table mention (
  id             uuid    constraint mention_pk primary key,
  document       uuid    not null constraint mention_document_fk references document (id) on delete cascade,
  sha256         text    not null,
  paragraph      integer not null,
  start          integer not null,
  "end"          integer not null,
  surface        text    not null,
  kind           text    not null constraint mention_kind_known check (kind in ('official', 'unit', 'regulation')),
  decision       text    not null constraint mention_decision_known check (decision in ('link', 'review', 'none')),
  target         uuid,
  score          double precision not null constraint mention_score_is_share check (score between 0 and 1),
  scorer_version text    not null,
  candidates     jsonb   not null,
  article        integer,
  clause         integer,
  item           integer,
  adverse        boolean not null,
  jurisdiction   text    not null,
  constraint mention_once unique (document, kind, start, "end"),
  constraint mention_span_forward check ("end" > start and start >= 0),
  constraint mention_link_has_target check (decision <> 'link' or target is not null)
);
create index mention_by_target on mention (target) where target is not null;
create index mention_by_decision on mention (kind, decision);
create index mention_by_place_in_bytes on mention (sha256, kind, start, "end");

-- A person's decision about a span of a paper's bytes: it outlives the mention, which every scan makes anew.
create table mention_verdict (
  id           uuid    constraint mention_verdict_pk primary key,
  sha256       text    not null,
  start        integer not null,
  "end"        integer not null,
  surface      text    not null,
  kind         text    not null constraint mention_verdict_kind_known check (kind in ('official', 'unit', 'regulation')),
  verdict      text    not null constraint mention_verdict_known check (verdict in ('confirmed', 'rejected', 'reassigned')),
  target       uuid,
  decided_by   text    not null,
  decided_at   timestamptz not null,
  jurisdiction text    not null,
  constraint mention_verdict_once unique (sha256, kind, start, "end"),
  constraint mention_verdict_names_whom check ((verdict = 'rejected') = (target is null))
);
create index mention_verdict_by_target on mention_verdict (target) where target is not null;

-- What each record of the register looked like when papers were last scanned for it.
create table register_print (
  record uuid  constraint register_print_pk primary key,
  kind   text  not null constraint register_print_kind_known check (kind in ('official', 'unit')),
  names  jsonb not null,
  print  text  not null
);

-- From which probability on a mention is linked, reviewed, or usable before it is confirmed.
create table link_threshold (
  id        uuid constraint link_threshold_pk primary key,
  decision  text not null constraint link_threshold_decision_known check (decision in ('link', 'review', 'strict')),
  amount    double precision not null constraint link_threshold_is_share check (amount > 0 and amount < 1),
  starts_on date not null,
  ends_on   date,
  basis     text not null,
  constraint link_threshold_once unique (decision, starts_on),
  constraint link_threshold_forward check (ends_on is null or ends_on >= starts_on)
);
insert into link_threshold (id, decision, amount, starts_on, ends_on, basis) values
  ('00000000-0000-7000-8000-000000700001', 'link', 0.8, '2000-01-01', null, '自动关联的最低可能性，按标注样本定'),
  ('00000000-0000-7000-8000-000000700002', 'review', 0.12, '2000-01-01', null, '提请人工确认的最低可能性'),
  ('00000000-0000-7000-8000-000000700003', 'strict', 0.95, '2000-01-01', null, '未经确认即可列入画像（标注“未确认”）的最低可能性');
