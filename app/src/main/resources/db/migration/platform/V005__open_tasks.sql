-- Tasks that are closed stay for ever; what is open is found without reading them.

create index task_open_oldest on task (merchant_id, task_id) where closed_at is null;
comment on index task_open_oldest is 'what is open, oldest first';
create index task_open_kind on task (merchant_id, kind, task_id) where closed_at is null;
comment on index task_open_kind is 'what is open of a kind, oldest first, and how many';
