-- What somebody has looked at while setting the merchant up, where nothing else says so.

create table setup_mark (
    merchant_id uuid        not null,
    step        text        not null check (step in ('BUSINESS')),
    marked_at   timestamptz not null,
    primary key (merchant_id, step)
);
comment on table setup_mark is 'distributed: steps of setting up that a person has confirmed';
alter table setup_mark enable row level security;
alter table setup_mark force row level security;
create policy tenant on setup_mark using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on setup_mark to baton_app;
