-- A customer's time to answer runs from when the question left by mail, not from when somebody asked for it.

alter table customer_question add column mailed_at timestamptz;
comment on column customer_question.mailed_at is 'when the question left by mail; null = it has not, or left before this was kept';
