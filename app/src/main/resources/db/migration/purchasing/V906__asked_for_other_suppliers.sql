-- A supplier is asked not to ship what other suppliers are to ship instead.
alter table cancellation add column for_others boolean not null default false;
comment on column cancellation.for_others is 'what the supplier leaves out goes to other suppliers; false as soon as any of it is not wanted at all';
