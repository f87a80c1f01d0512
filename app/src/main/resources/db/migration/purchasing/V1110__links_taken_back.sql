-- Links to a purchase order that were taken back.

create table purchase_order_link (
    merchant_id       uuid        not null,
    purchase_order_id uuid        not null,
    round             integer     not null check (round between 1 and 255),
    taken_back_at     timestamptz not null,
    primary key (merchant_id, purchase_order_id),
    foreign key (merchant_id, purchase_order_id) references purchase_order (merchant_id, id)
);
comment on table purchase_order_link is 'distributed: a purchase order whose links were taken back';
comment on column purchase_order_link.round is 'how often: a link made in a former round does nothing';
alter table purchase_order_link enable row level security;
alter table purchase_order_link force row level security;
create policy tenant on purchase_order_link
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on purchase_order_link to baton_app;
