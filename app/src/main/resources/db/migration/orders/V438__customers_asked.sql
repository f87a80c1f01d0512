-- Customers are asked whether an order that looks like a repeat of another was meant.

create table customer_question (
    merchant_id    uuid        not null,
    hold_id        uuid        not null,
    sales_order_id uuid        not null,
    repeats        text        not null,
    asked_at       timestamptz not null,
    asked_by_kind  text        not null,
    asked_by       text        not null,
    answer_by      timestamptz not null,
    answer         text,
    answered_at    timestamptz,
    primary key (merchant_id, hold_id),
    foreign key (merchant_id, hold_id) references hold (merchant_id, hold_id),
    check (answer in ('SEND_BOTH', 'CANCEL')),
    check ((answer is null) = (answered_at is null)),
    check (answer_by > asked_at)
);
comment on table customer_question is 'distributed: what a customer was asked about a hold, once, and the answer';
comment on column customer_question.repeats is 'the store''s name of the earlier order this one looks like';
comment on column customer_question.asked_by_kind is 'who asked, as in the audit: person, key or system';
comment on column customer_question.answer_by is 'a person is told when there is no answer by then; a later answer counts while the hold is open';
comment on column customer_question.answer is 'null = none yet; where the hold ended another way it stays so';
create index customer_question_of_order on customer_question (merchant_id, sales_order_id, hold_id);
comment on index customer_question_of_order is 'what the customer of an order was asked';
alter table customer_question enable row level security;
alter table customer_question force row level security;
create policy tenant on customer_question using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on customer_question to baton_app;
