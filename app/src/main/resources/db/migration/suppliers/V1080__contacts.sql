-- People to call or write to at a supplier, beside the address its orders go to.

create table supplier_contact (
    merchant_id uuid    not null,
    supplier_id uuid    not null,
    position    integer not null,
    name        text    not null,
    duty        text    not null,
    phone       text    not null,
    email       text    not null,
    primary key (merchant_id, supplier_id, position),
    foreign key (merchant_id, supplier_id) references supplier (merchant_id, supplier_id),
    check (position >= 0 and name <> '' and (phone <> '' or email <> ''))
);
comment on table supplier_contact is 'distributed: whom staff reach at a supplier, in the order they are to be tried; nothing is sent there by itself';
comment on column supplier_contact.duty is 'what the person is asked about, such as returns; empty = anything';
comment on column supplier_contact.phone is 'as it was typed; empty = none';
comment on column supplier_contact.email is 'empty = none';
alter table supplier_contact enable row level security;
alter table supplier_contact force row level security;
create policy tenant on supplier_contact using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on supplier_contact to baton_app;
