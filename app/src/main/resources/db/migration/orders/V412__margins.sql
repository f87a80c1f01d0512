-- Margins: what an allocation costs beside its goods, and orders to look at because a cost changed.
alter table allocation add column beside_micros bigint not null default 0;
comment on column allocation.beside_micros is '10^-6 of the book currency: its share of fee and shipping when it was decided';

create table margin_check (
    merchant_id uuid        not null,
    check_id    uuid        not null,
    raised      uuid[]      not null,
    lowered     uuid[]      not null,
    after_allocation uuid   not null,
    begun_at    timestamptz not null,
    ended_at    timestamptz,
    primary key (merchant_id, check_id)
);
comment on table margin_check is 'distributed: offers whose cost changed, for whose sake unsent orders are looked at, page by page';
comment on column margin_check.after_allocation is 'allocations up to this one were looked at';
alter table margin_check enable row level security;
alter table margin_check force row level security;
create policy tenant on margin_check using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on margin_check to baton_app;
