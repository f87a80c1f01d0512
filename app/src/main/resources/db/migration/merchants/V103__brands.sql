-- Brands: the face a store shows its customers, and who mails them.

create table brand (
    merchant_id         uuid        not null,
    brand_id            uuid        not null,
    code                text        not null,
    name                text        not null,
    sender_name         text        not null,
    sender_address      text,
    reply_to            text,
    support_url         text,
    support_email       text,
    accent_colour       text        not null,
    ink_on_accent       text        not null,
    logo_document       uuid,
    logo_media_type     text,
    logo_width          integer,
    logo_height         integer,
    language            text        not null,
    return_instructions text,
    footer              text,
    created_at          timestamptz not null,
    primary key (merchant_id, brand_id),
    unique (merchant_id, code),
    check ((logo_document is null) = (logo_media_type is null)),
    check (accent_colour ~ '^#[0-9a-fA-F]{6}$' and ink_on_accent ~ '^#[0-9a-fA-F]{6}$')
);
comment on table brand is 'distributed: the faces of a merchant; one that was never defined is the default brand, which needs no row';
comment on column brand.brand_id is 'the merchant''s own id for the brand of code default';
comment on column brand.reply_to is 'the mailbox a person reads';
comment on column brand.logo_document is 'PNG or JPEG of at most 200 KiB';
alter table brand enable row level security;
alter table brand force row level security;
create policy tenant on brand using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on brand to baton_app;

alter table store
    add column brand text not null default 'default',
    add column notify_customer text not null default 'STORE' check (notify_customer in ('STORE', 'BATON'));
comment on column store.brand is 'code of the brand it shows; checked where a store is defined';
comment on column store.notify_customer is 'who mails its customers: one of them';
