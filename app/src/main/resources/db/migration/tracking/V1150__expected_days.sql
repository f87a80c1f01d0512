-- Carriers expect a day, not a moment: kept as they name it, so that no zone moves it.
alter table tracked_number alter column estimated_at type date using (estimated_at at time zone 'UTC')::date;
alter table tracked_number rename column estimated_at to estimated_on;
comment on column tracked_number.estimated_on is 'the day the carrier expects to deliver, as it last said; null = it does not say';
