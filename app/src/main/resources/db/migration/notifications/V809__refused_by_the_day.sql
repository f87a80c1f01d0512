-- Mails that mail servers refused stand together, a store's of one day behind one task.

create table refused_mail (
    merchant_id uuid        not null,
    batch_id    uuid        not null,
    message_id  uuid        not null,
    refused_at  timestamptz not null,
    settled_at  timestamptz,
    primary key (merchant_id, batch_id, message_id),
    foreign key (merchant_id, message_id) references customer_message (merchant_id, message_id)
);
comment on table refused_mail is 'distributed: a mail to a customer that a mail server refused for good, by the store and day whose task speaks of it';
comment on column refused_mail.batch_id is 'subject of the task: made of the store and its day';
comment on column refused_mail.settled_at is 'sent again or got through since; null = the customer does not have it';
create index refused_mail_of on refused_mail (merchant_id, message_id);
comment on index refused_mail_of is 'where a mail stands that is sent again';
alter table refused_mail enable row level security;
alter table refused_mail force row level security;
create policy tenant on refused_mail using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on refused_mail to baton_app;
