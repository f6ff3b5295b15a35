-- Figures on leads of a comprehensive report: kept apart from it, for cleared readers only.
create table lead_figures (
  id           uuid constraint lead_figures_pk primary key,
  compilation  uuid not null constraint lead_figures_of references compilation (id) on delete cascade,
  figures      jsonb not null constraint lead_figures_list check (jsonb_typeof(figures) = 'array'),
  drawn_name   text not null,
  drawn_on     date not null,
  jurisdiction text not null,
  constraint lead_figures_once unique (compilation)
);
