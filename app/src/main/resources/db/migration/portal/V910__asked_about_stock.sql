-- A supplier is asked by mail whether a stock file that looks wrong is right.

alter table portal_letter drop constraint portal_letter_kind_check;
alter table portal_letter add constraint portal_letter_kind_check check (kind in ('FRESH_LINK', 'CODE', 'STOCK_FILE'));
alter table portal_letter add column file_id uuid;
comment on column portal_letter.file_id is 'the stock file it asks about; null = it asks about none';
