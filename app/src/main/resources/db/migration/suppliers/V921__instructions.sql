-- What whoever packs is told: inserts and labels besides, for products and brands besides suppliers, version by version.

alter table supplier
    add column insert_note text,
    add column label_note  text;
comment on column supplier.insert_note is 'what is put into every parcel besides the goods; null = nothing';
comment on column supplier.label_note is 'what stands on every label, or is stuck beside it; null = nothing';

create table instruction (
    merchant_id uuid        not null,
    scope       text        not null check (scope in ('SUPPLIER', 'PRODUCT', 'BRAND')),
    subject     text        not null,
    version     integer     not null check (version > 0),
    packaging   text,
    branding    text,
    insert_note text,
    label_note  text,
    special     text,
    written_at  timestamptz not null,
    primary key (merchant_id, scope, subject, version)
);
comment on table instruction is 'distributed: one version of standing instructions; never rewritten';
comment on column instruction.subject is 'the supplier''s code, the product''s SKU or the brand''s code';
comment on column instruction.version is 'the highest holds; purchase orders keep the words of the one they were planned under';
alter table instruction enable row level security;
alter table instruction force row level security;
create policy tenant on instruction using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on instruction to baton_app;
