-- What a supplier reads again of a purchase order on paper is what it read before: printed once for each version and paper.

create table purchase_order_paper (
    merchant_id       uuid        not null,
    purchase_order_id uuid        not null,
    version           integer     not null check (version > 0),
    size              text        not null check (size in ('A4', 'LETTER', 'LABEL')),
    document_id       uuid,
    printed_at        timestamptz not null,
    primary key (merchant_id, purchase_order_id, version, size)
);
comment on table purchase_order_paper is 'distributed: a purchase order as it was printed when somebody first asked for it; the paper in the mail it was sent by is in that mail and not here';
comment on column purchase_order_paper.document_id is 'the bytes; null only within the transaction that prints first';
alter table purchase_order_paper enable row level security;
alter table purchase_order_paper force row level security;
create policy tenant on purchase_order_paper
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on purchase_order_paper to baton_app;
