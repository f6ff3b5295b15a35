-- A correction may also come from a paper after the report, not from an objection: then it is nobody's in particular.
alter table correction
  alter column official drop not null,
  alter column objection drop not null;
alter table correction_place
  drop constraint correction_place_kind_known,
  add constraint correction_place_kind_known check (kind in (
    'record', 'statistics', 'portrait', 'rectification', 'source', 'draft', 'frozen', 'issued', 'compilation', 'receipt', 'service', 'share',
    'takenOut'));
