-- The signed proof of a service whose paper was made outside the house; one issued here has it at its receipt.
alter table project_service
  add column proof_sha256 text,
  add column proof_name text,
  add constraint project_service_proof_named check ((proof_sha256 is null) = (proof_name is null));
