-- A refusal is counted by itself: a store that failed or asked us to slow down before has refused nothing.

alter table store_fulfilment add column refusals integer not null default 0 check (refusals >= 0);
comment on column store_fulfilment.refusals is 'how often the store did not take it; grows by one with each, and a few are tried again';
