-- A supplier is asked by mail how many it has of each of its items.

alter table portal_letter drop constraint portal_letter_kind_check;
alter table portal_letter add constraint portal_letter_kind_check
    check (kind in ('FRESH_LINK', 'CODE', 'STOCK_FILE', 'STOCK_CHECK'));

create table portal_check (
    merchant_id uuid        not null,
    supplier_id uuid        not null,
    once        text        not null,
    at          timestamptz not null,
    primary key (merchant_id, supplier_id, once)
);
comment on table portal_check is 'distributed: one form of stock figures that was sent; sent again it changes nothing';
comment on column portal_check.once is 'names the showing of the page the form stood on';
create index portal_check_at on portal_check (merchant_id, at);
comment on index portal_check_at is 'the oldest forms, which are forgotten first';
alter table portal_check enable row level security;
alter table portal_check force row level security;
create policy tenant on portal_check using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on portal_check to baton_app;
