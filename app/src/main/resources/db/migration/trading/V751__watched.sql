-- What was planned in watch mode is found again when a store or supplier goes live.

create index transmission_watched on transmission (merchant_id, id) where status = 'PLANNED' and reason is not null;
comment on index transmission_watched is 'documents that wait because store or supplier is in watch mode';
