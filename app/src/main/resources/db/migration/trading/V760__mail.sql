-- Purchase orders that are sent as mail.

alter table transmission add column facts_document_id uuid;
comment on column transmission.facts_document_id is 'a purchase order sent as mail: the same as JSON, fixed with the mail; null = document_id is that, or it is no purchase order';
