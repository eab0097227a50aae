-- What a derivation made, or was to make: known also when that is gone, so that its starter can be told why.
alter table derivation add column made_id uuid;
update derivation set made_id = dataset_id;
create index derivation_by_made on derivation (made_id);
