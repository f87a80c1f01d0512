-- How often an order may be looked up by its number and mail address, whichever node is asked.

create table lookup_window (
    merchant_id uuid        not null,
    kind        text        not null,
    slot        integer     not null check (slot >= 0 and slot < 65536),
    ends_at     timestamptz not null,
    used        integer     not null check (used >= 0),
    primary key (merchant_id, kind, slot),
    check (kind in ('CALLER', 'ORDER'))
);
comment on table lookup_window is 'distributed: tries in a window of ten minutes; never more than 131,072 rows a merchant';
comment on column lookup_window.kind is 'CALLER: tries of one network address; ORDER: tries about one order number';
comment on column lookup_window.slot is 'sixteen bits of a keyed hash of whom it is about: says nothing of them, and two that meet in one slot share a limit';
comment on column lookup_window.used is 'tries since the window began; counting stops one above the limit';
alter table lookup_window enable row level security;
alter table lookup_window force row level security;
create policy tenant on lookup_window using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on lookup_window to baton_app;
