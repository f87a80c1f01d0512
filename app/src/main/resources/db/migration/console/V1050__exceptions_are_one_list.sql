-- Holds and tasks are views of the exceptions: what people kept of the two lists, or have under way on them, moves there.
alter table console_view no force row level security;
insert into console_view (merchant_id, person_id, list, name, view_id, query, saved_at)
select merchant_id, person_id, 'exceptions', name, view_id,
       'of=' || case list when 'holds' then 'hold' else 'task' end || case query when '' then '' else '&' || query end,
       saved_at
from console_view
where list in ('holds', 'tasks')
on conflict (merchant_id, person_id, list, name) do nothing;
delete from console_view where list in ('holds', 'tasks');
alter table console_view force row level security;

alter table console_bulk no force row level security;
update console_bulk set list = 'exceptions' where list in ('holds', 'tasks');
alter table console_bulk force row level security;

alter table console_bulk_run no force row level security;
update console_bulk_run
set query = case state when 'GATHERING' then 'of=' || case list when 'holds' then 'hold' else 'task' end
                                             || case query when '' then '' else '&' || query end
                       else query end,
    list = 'exceptions'
where list in ('holds', 'tasks');
alter table console_bulk_run force row level security;
