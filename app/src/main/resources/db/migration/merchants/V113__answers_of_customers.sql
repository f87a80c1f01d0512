-- How long a customer has to answer a question about an order.
alter table merchant add column customer_answer_hours integer not null default 24 check (customer_answer_hours between 1 and 720);
comment on column merchant.customer_answer_hours is 'hours a customer who is asked about an order has to answer; then a person is told';
