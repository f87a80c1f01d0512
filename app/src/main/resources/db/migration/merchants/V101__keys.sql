-- Keys of the API: each belongs to one merchant, whose id it carries.

create table api_key (
    merchant_id   uuid        not null,
    key_id        uuid        not null,
    name          text        not null,
    secret_sha256 bytea       not null,
    scopes        text[]      not null,
    supplier_id   uuid,
    created_at    timestamptz not null,
    primary key (merchant_id, key_id),
    unique (merchant_id, secret_sha256),
    check (octet_length(secret_sha256) = 32)
);
comment on table api_key is 'distributed: keys of the API; the secret itself is shown once and never stored';
comment on column api_key.secret_sha256 is 'SHA-256 of the secret part: 32 random bytes need no slow hash';
comment on column api_key.supplier_id is 'the supplier that acts with it; null = the merchant';
alter table api_key enable row level security;
alter table api_key force row level security;
create policy tenant on api_key using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on api_key to baton_app;
