-- The dispatcher walks queues and, in each, its kinds of work one by one: a kind whose lane is full leaves its rows
-- where they are and hides no row of another kind behind them.

create index work_due_by_kind on work (merchant_id, queue, kind, due_at) where parked_at is null;
comment on index work_due_by_kind is 'the first due rows of each queue and kind, found by jumping from one to the next';
drop index work_due;
