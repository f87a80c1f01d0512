-- Suppliers that read purchase orders as mail, and the language they are written to in.

alter table supplier
    add column mail_address text,
    add column mail_cc      text,
    add column language     text not null default 'en',
    add check (mail_cc is null or mail_address is not null);
comment on column supplier.mail_address is 'the contact for orders; null = no purchase orders by mail';
comment on column supplier.language is 'ISO 639-1; what the supplier is written to in';
