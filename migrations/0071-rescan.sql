-- Whatever changes a unit, an official or a tenure (a form, an import, an undo), the papers that name them are read again.
-- One waiting job is enough: the job itself finds out whose names have changed.
create function links_rescan() returns trigger language plpgsql as $$
begin
  perform graphile_worker.add_job('links.rescan', payload := '{}'::json, job_key := 'links.rescan', max_attempts := 5);
  return null;
end $$;
create trigger unit_rescan after insert or update or delete on unit for each statement execute function links_rescan();
create trigger official_rescan after insert or update or delete on official for each statement execute function links_rescan();
create trigger tenure_rescan after insert or update or delete on tenure for each statement execute function links_rescan();
