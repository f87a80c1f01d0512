-- One-time links by which somebody who forgot it chooses another password. Only the role gate reads the table.

create table password_reset (
    token_sha256 bytea       not null primary key,
    person_id    uuid        not null references person,
    asked_at     timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    check (octet_length(token_sha256) = 32)
);
comment on table password_reset is 'directory: one-time links to choose another password';
comment on column password_reset.token_sha256 is 'SHA-256 of the token in the link, which is not stored';
create index password_reset_of_person on password_reset (person_id, expires_at);
grant select, insert, update, delete on password_reset to baton_gate;

alter table sign_in_window drop constraint sign_in_window_kind_check;
alter table sign_in_window add constraint sign_in_window_kind_check
    check (kind in ('ACCOUNT', 'ADDRESS', 'FORGOTTEN', 'FORGOTTEN_FROM'));
