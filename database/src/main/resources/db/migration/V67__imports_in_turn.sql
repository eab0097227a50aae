-- One import of labels into a draft at a time.
update import set state = 'CANCELLED', ended_at = started_at, digest = null
where state = 'RUNNING' and exists (select from import o where o.dataset_id = import.dataset_id and o.draft = import.draft
                                    and o.state = 'RUNNING' and o.id > import.id);
create unique index import_running on import (dataset_id, draft) where state = 'RUNNING';
create index import_running_by_starter on import (starter_id) where state = 'RUNNING';
