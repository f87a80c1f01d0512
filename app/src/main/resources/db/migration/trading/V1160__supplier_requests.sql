-- What suppliers send with their keys, as it came, and what they were answered.

create table supplier_request (
    merchant_id       uuid        not null,
    id                uuid        not null,
    supplier_id       uuid        not null,
    purchase_order_id uuid,
    method            text        not null,
    path              text        not null,
    fingerprint       bytea       not null,
    document_id       uuid,
    size_bytes        bigint      not null,
    received_at       timestamptz not null,
    correlation_id    text        not null,
    http_status       integer     not null,
    problem_code      text        not null,
    repeats           integer     not null,
    repeated_at       timestamptz,
    primary key (merchant_id, id),
    unique (merchant_id, supplier_id, fingerprint, http_status, problem_code),
    foreign key (merchant_id, supplier_id) references supplier (merchant_id, supplier_id),
    foreign key (merchant_id, purchase_order_id) references purchase_order (merchant_id, id)
);
comment on table supplier_request is 'distributed: what a supplier''s key sent to the API and what it was answered; the same, answered alike, is one row';
comment on column supplier_request.purchase_order_id is 'the supplier''s own one that the path names; null = it names none';
comment on column supplier_request.path is 'without the query, its first 400 characters';
comment on column supplier_request.fingerprint is 'SHA-256 of method, path, query and the SHA-256 of the body';
comment on column supplier_request.document_id is 'the body; null = it was taken and is kept as the file it is, or it was larger than is kept of one that is refused';
comment on column supplier_request.problem_code is 'of the refusal; empty = it was not refused';
comment on column supplier_request.repeats is 'how often the same came again and was answered alike, last at repeated_at';
-- a supplier's page: what it sent, newest first
create index supplier_request_supplier on supplier_request (merchant_id, supplier_id, id);
-- a purchase order's page
create index supplier_request_order on supplier_request (merchant_id, purchase_order_id, id)
    where purchase_order_id is not null;
alter table supplier_request enable row level security;
alter table supplier_request force row level security;
create policy tenant on supplier_request
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on supplier_request to baton_app;
