-- What is planned and not sent because its supplier or store is watched.

create index transmission_watched on transmission (merchant_id, id) where status = 'PLANNED' and reason is not null;
comment on index transmission_watched is 'documents planned in watch mode: listed, counted, and let go when somebody goes live';
