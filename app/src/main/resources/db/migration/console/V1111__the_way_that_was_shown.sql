-- What is done to many rows holds to what was shown of each.

alter table console_bulk_row add column way text not null default '';
comment on column console_bulk_row.way is 'which of several ways it was shown to go; empty = there is but one';
