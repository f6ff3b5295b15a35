-- A report that goes out bears what its findings said on that day: the version that was printed is kept in their history,
-- whoever takes the step and by whatever way.
alter table finding_edition drop constraint finding_edition_once;
alter table finding_edition add constraint finding_edition_once unique (finding, version, deed);
alter table finding_edition drop constraint finding_edition_deed_known;
alter table finding_edition add constraint finding_edition_deed_known
  check (deed in ('recorded', 'edited', 'confirmed', 'reported', 'corrected'));

create function findings_reported() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare hand text := coalesce(nullif(current_setting('guantong.account', true), ''), 'system');
begin
  insert into finding_edition (id, finding, version, deed, said, reason, paper, account, name, made_on)
  select gen_random_uuid(), f.id, f.version, 'reported',
    jsonb_build_object('title', f.title, 'problemClass', f.problem_class, 'standard', f.standard, 'facts', f.facts, 'cause', f.cause,
      'consequence', f.consequence, 'unit', f.unit, 'periodFrom', f.period_from, 'periodTo', f.period_to, 'actOn', f.act_on,
      'money', f.money, 'basis', f.basis),
    null, new.report_number, hand, coalesce((select a.name from account a where a.account = hand), ''), new.reported_on
  from finding f where f.project = new.id and f.established = 'confirmed'
  on conflict (finding, version, deed) do nothing;
  return null;
end $$;
create trigger findings_reported after update of reported_on on project
  for each row when (old.reported_on is null and new.reported_on is not null) execute function findings_reported();
revoke all on function findings_reported() from public;
