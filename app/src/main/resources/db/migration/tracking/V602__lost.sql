-- Parcels taken to be lost, and those that turned up.

create table lost_package (
    merchant_id uuid        not null,
    id          uuid        not null,
    package_id  uuid        not null,
    because     text        not null check (because in ('CARRIER', 'SILENCE', 'CUSTOMER')),
    note        text,
    lost_at     timestamptz not null,
    found_at    timestamptz,
    primary key (merchant_id, id)
);
comment on table lost_package is 'distributed: one verdict that a parcel is lost';
comment on column lost_package.note is 'somebody''s words; null = none';
comment on column lost_package.found_at is 'when it turned up; null = it is still lost';
create unique index lost_package_now on lost_package (merchant_id, package_id) where found_at is null;
comment on index lost_package_now is 'a parcel is lost once at a time';
alter table lost_package enable row level security;
alter table lost_package force row level security;
create policy tenant on lost_package using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on lost_package to baton_app;
