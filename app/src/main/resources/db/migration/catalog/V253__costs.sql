-- Costs with a date from which they hold, costs that wait for a person, and what price lists name that nobody sells yet.

alter table offer add column next_cost_at timestamptz;
comment on column offer.next_cost_at is 'the next cost in offer_cost holds from then on; null = none is known. unit_cost_micros is what held when the row was written last';
-- costs whose day has come
create index offer_next_cost on offer (merchant_id, next_cost_at, offer_id) where next_cost_at is not null;

alter table offer_cost
    add column source text not null default 'MERCHANT' check (source in ('MERCHANT', 'PRICE_LIST', 'ACCEPTED')),
    add column known_at timestamptz;
comment on column offer_cost.since is 'from when it holds; may lie ahead';
comment on column offer_cost.source is 'who stated it: the merchant, the supplier''s price list, or a price list whose jump a person accepted';
comment on column offer_cost.known_at is 'when it became known here; null for those from before this was kept';

alter table sku add column margin_floor_bps integer check (margin_floor_bps between 0 and 10000);
comment on column sku.margin_floor_bps is 'hundredths of a per cent of the price that are to be left after landed cost; null = the merchant''s own floor';

create table cost_policy (
    merchant_id  uuid    not null,
    supplier_id  uuid    not null,
    jump_percent integer not null,
    primary key (merchant_id, supplier_id),
    check (jump_percent between 0 and 1000)
);
comment on table cost_policy is 'distributed: how far a supplier''s price list may move a cost by itself; no row = 30 per cent';
comment on column cost_policy.jump_percent is 'a change of more, up or down, waits for a person; 0 = every change does';
alter table cost_policy enable row level security;
alter table cost_policy force row level security;
create policy tenant on cost_policy using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on cost_policy to baton_app;

create table cost_proposal (
    merchant_id        uuid        not null,
    proposal_id        uuid        not null,
    offer_id           uuid        not null,
    supplier_id        uuid        not null,
    since              timestamptz not null,
    unit_cost_micros   bigint      not null,
    currency           text        not null,
    before_cost_micros bigint      not null,
    before_currency    text        not null,
    state              text        not null,
    proposed_at        timestamptz not null,
    decided_at         timestamptz,
    why                text,
    primary key (merchant_id, proposal_id),
    foreign key (merchant_id, offer_id) references offer (merchant_id, offer_id),
    check (state in ('OPEN', 'ACCEPTED', 'REFUSED', 'REPLACED')),
    check ((state = 'OPEN') = (decided_at is null)),
    check (unit_cost_micros >= 0)
);
comment on table cost_proposal is 'distributed: a cost that jumped: kept and not applied until a person decides';
comment on column cost_proposal.state is 'OPEN, then ACCEPTED or REFUSED by a person, or REPLACED by what the supplier stated later';
create unique index cost_proposal_open on cost_proposal (merchant_id, offer_id) where state = 'OPEN';
comment on index cost_proposal_open is 'one question an offer';
create index cost_proposal_waiting on cost_proposal (merchant_id, supplier_id, proposal_id) where state = 'OPEN';
comment on index cost_proposal_waiting is 'what waits for a decision on a supplier''s costs, oldest first';
alter table cost_proposal enable row level security;
alter table cost_proposal force row level security;
create policy tenant on cost_proposal using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on cost_proposal to baton_app;

create table supplier_item (
    merchant_id      uuid        not null,
    item_id          uuid        not null,
    supplier_id      uuid        not null,
    supplier_sku     text        not null,
    ship_from        text        not null,
    title            text        not null,
    gtin             text,
    unit_cost_micros bigint      not null,
    currency         text        not null,
    pack_size        integer     not null,
    lead_time_days   integer     not null,
    since            timestamptz not null,
    listed_at        timestamptz not null,
    primary key (merchant_id, item_id),
    unique (merchant_id, supplier_id, supplier_sku, ship_from),
    check (unit_cost_micros >= 0 and pack_size > 0 and lead_time_days >= 0)
);
comment on table supplier_item is 'distributed: an item of a supplier''s price list that is no offer yet, for it is not known which SKU it is';
comment on column supplier_item.listed_at is 'when a price list named it last';
alter table supplier_item enable row level security;
alter table supplier_item force row level security;
create policy tenant on supplier_item using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on supplier_item to baton_app;
