-- What whoever packs is told, as it held when the purchase order was planned; and what is said of one order alone.

alter table purchase_order
    add column instructions      jsonb,
    add column order_instruction integer;
comment on column purchase_order.instructions is 'the words it is told, kind by kind, and whose they are in which version; null = written before these were kept';
comment on column purchase_order.order_instruction is 'which version of its order''s own instructions it is told; null = none';

create table order_instruction (
    merchant_id    uuid        not null,
    sales_order_id uuid        not null,
    version        integer     not null check (version > 0),
    document_id    uuid        not null,
    written_at     timestamptz not null,
    primary key (merchant_id, sales_order_id, version)
);
comment on table order_instruction is 'distributed: one version of what is said of one order alone';
comment on column order_instruction.document_id is 'its words: they may name the customer, whose key seals them';
alter table order_instruction enable row level security;
alter table order_instruction force row level security;
create policy tenant on order_instruction
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on order_instruction to baton_app;
