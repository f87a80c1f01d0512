-- Orders are found by who ordered. Names, addresses and numbers stay sealed; what stands here are keyed digests of them.

create table customer_token (
    merchant_id    uuid   not null,
    token          bigint not null,
    sales_order_id uuid   not null,
    primary key (merchant_id, token, sales_order_id)
);
comment on table customer_token is 'distributed: digests, keyed with the merchant''s key, of the mail address, the end of the phone numbers and the words and beginnings of words of the names on an order; an erasure deletes them';
comment on column customer_token.token is 'the first eight bytes of the digest: a candidate is looked at again in its opened record';
alter table customer_token enable row level security;
alter table customer_token force row level security;
create policy tenant on customer_token using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on customer_token to baton_app;
