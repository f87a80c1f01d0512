-- What becomes of new demand while a supplier is away.

create table supplier_away_policy (
    merchant_id uuid    not null,
    supplier_id uuid    not null,
    policy      text    not null,
    faster_days integer not null,
    primary key (merchant_id, supplier_id),
    foreign key (merchant_id, supplier_id) references supplier (merchant_id, supplier_id),
    check (policy in ('LATER', 'REROUTE', 'STOP') and faster_days between 0 and 365)
);
comment on table supplier_away_policy is 'distributed: what becomes of new demand while a supplier is away; without a row it goes there and ships later';
comment on column supplier_away_policy.faster_days is 'REROUTE: days another must hand over sooner to get it; else 0';
alter table supplier_away_policy enable row level security;
alter table supplier_away_policy force row level security;
create policy tenant on supplier_away_policy using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on supplier_away_policy to baton_app;
