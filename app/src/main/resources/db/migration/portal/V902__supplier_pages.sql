-- What the supplier's pages remember.

create table portal_tap (
    merchant_id       uuid        not null,
    purchase_order_id uuid        not null,
    act               text        not null,
    once              text        not null,
    outcome           text,
    at                timestamptz not null,
    primary key (merchant_id, purchase_order_id, act, once)
);
comment on table portal_tap is 'distributed: one form that was sent; sent again it has no second effect';
comment on column portal_tap.once is 'names the showing of the page the form stood on';
comment on column portal_tap.outcome is 'what the first one was told: everybody after it is told the same';
alter table portal_tap enable row level security;
alter table portal_tap force row level security;
create policy tenant on portal_tap using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on portal_tap to baton_app;

create table portal_code (
    merchant_id uuid        not null,
    contact     bytea       not null,
    code        bytea       not null,
    tries       integer     not null check (tries >= 0),
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    primary key (merchant_id, contact)
);
comment on table portal_code is 'distributed: the one code by which a contact of a supplier comes in without a link';
comment on column portal_code.contact is 'keyed hash of the mail address';
comment on column portal_code.code is 'keyed hash of the code';
comment on column portal_code.tries is 'how often somebody tried; beyond five none is right any more';
alter table portal_code enable row level security;
alter table portal_code force row level security;
create policy tenant on portal_code using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update, delete on portal_code to baton_app;

create table portal_session (
    merchant_id uuid        not null,
    session     bytea       not null,
    suppliers   uuid[]      not null,
    expires_at  timestamptz not null,
    primary key (merchant_id, session)
);
comment on table portal_session is 'distributed: somebody who came in by a code';
comment on column portal_session.session is 'SHA-256 of the cookie';
comment on column portal_session.suppliers is 'those whose contact the mail address is';
alter table portal_session enable row level security;
alter table portal_session force row level security;
create policy tenant on portal_session using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, delete on portal_session to baton_app;

create table portal_letter (
    merchant_id       uuid        not null,
    letter_id         uuid        not null,
    kind              text        not null check (kind in ('FRESH_LINK', 'CODE')),
    supplier_id       uuid        not null,
    purchase_order_id uuid,
    sealed_code       bytea,
    asked_at          timestamptz not null,
    expires_at        timestamptz not null,
    state             text        not null check (state in ('WAITING', 'SENT', 'FAILED', 'TOO_LATE')),
    note              text,
    primary key (merchant_id, letter_id)
);
comment on table portal_letter is 'distributed: one mail that lets a supplier in, to the contact on file';
comment on column portal_letter.sealed_code is 'the code under the merchant''s key until the mail has left';
create index portal_letter_of_purchase_order on portal_letter (merchant_id, purchase_order_id, asked_at);
comment on index portal_letter_of_purchase_order is 'whether a fresh link was asked for a short while ago';
alter table portal_letter enable row level security;
alter table portal_letter force row level security;
create policy tenant on portal_letter using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on portal_letter to baton_app;
