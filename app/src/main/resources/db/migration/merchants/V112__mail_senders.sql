-- Who tells a store's customers of what, where it is not the one who tells them of the rest.

alter table store
    add column told_by_baton text[] not null default '{}',
    add column told_by_store text[] not null default '{}',
    add constraint store_told_by_one check (not (told_by_baton && told_by_store));
comment on column store.told_by_baton is 'kinds of message that leave from here, whoever notify_customer says';
comment on column store.told_by_store is 'kinds of message the store sends itself, whoever notify_customer says';
