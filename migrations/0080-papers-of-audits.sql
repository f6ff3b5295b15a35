alter table project add constraint project_document_fk foreign key (document) references document (id) on delete set null;
alter table finding add constraint finding_document_fk foreign key (document) references document (id) on delete set null;
