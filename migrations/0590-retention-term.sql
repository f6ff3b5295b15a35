-- A term longer than any archive is no term: it is kept for ever, which has no number.
update retention_rule set years = null, days = null where years > 500 or days > 36500;
alter table retention_rule drop constraint retention_rule_years;
alter table retention_rule drop constraint retention_rule_days;
alter table retention_rule
  add constraint retention_rule_years check (years is null or years between 1 and 500),
  add constraint retention_rule_days check (days is null or days between 1 and 36500);
