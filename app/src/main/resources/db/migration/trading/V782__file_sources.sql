-- Where files of suppliers are fetched from, for stock feeds and price lists alike.

create table file_source (
    merchant_id   uuid        not null,
    source_id     uuid        not null,
    sealed_secret bytea,
    checked_at    timestamptz,
    trouble       text,
    seen_mark     text,
    taken_mark    text,
    etag          text,
    last_modified text,
    host_key      text,
    primary key (merchant_id, source_id)
) with (fillfactor = 70);
comment on table file_source is 'distributed: what was seen where the files of a feed or price list are fetched; its id is theirs';
comment on column file_source.sealed_secret is 'password or private key, sealed; null = none';
comment on column file_source.trouble is 'why the last look brought nothing; null = it went well';
comment on column file_source.seen_mark is 'SFTP: size and time of the file at the last look; the same twice = it is whole';
comment on column file_source.taken_mark is 'SFTP: name, size and time of the file last taken; it is not taken again';
comment on column file_source.etag is 'HTTPS: what the server called the version last taken';
comment on column file_source.host_key is 'SFTP: fingerprint of the host''s key, pinned at the first look where none was given';

-- the feeds' own columns stay as they are until no older program reads them
alter table feed no force row level security;
insert into file_source (merchant_id, source_id, sealed_secret, checked_at, trouble, seen_mark, taken_mark, etag,
                         last_modified, host_key)
select merchant_id, feed_id, sealed_secret, checked_at, trouble, seen_mark, taken_mark, etag, last_modified, host_key
from feed;
alter table feed force row level security;
comment on column feed.sealed_secret is 'not read any more: see file_source; so are the columns of what was seen';

alter table file_source enable row level security;
alter table file_source force row level security;
create policy tenant on file_source using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert, update on file_source to baton_app;
