-- Row security lets an index answer only what leaks nothing. Amounts are whole numbers wherever they are written (the house
-- reads them so), thus the sum of a kind cannot fail on a row and tell of it; only a superuser may declare it, without one
-- lists by amount are slower and say the same.
do $$ begin
  alter function money_of(jsonb, text) leakproof;
exception when insufficient_privilege then null;
end $$;

-- A class and its years are counted from the index alone, with the columns that row security looks at.
drop index finding_by_class;
drop index finding_by_class_year;
create index finding_by_class_year on finding (problem_class text_pattern_ops, year desc, number) include (jurisdiction, established, id, project, unit);
-- Units are found by the first column of finding_by_unit_class.
drop index finding_by_unit;
