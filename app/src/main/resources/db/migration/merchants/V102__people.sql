-- People are global: one person may work for several merchants. Only the role gate reads these tables.

create table person (
    person_id  uuid        not null primary key,
    email      text        not null unique,
    created_at timestamptz not null,
    check (email = lower(email))
);
comment on table person is 'directory: people who may sign in';
comment on column person.email is 'stored in lower case, so that it is found by equality';
grant select, insert on person to baton_gate;

create table credential (
    person_id     uuid        not null primary key references person,
    password_hash text        not null,
    changed_at    timestamptz not null
);
comment on table credential is 'directory: how a person proves who it is';
comment on column credential.password_hash is 'Argon2id in the PHC string format';
grant select, insert, update on credential to baton_gate;

create table membership (
    person_id   uuid        not null references person,
    merchant_id uuid        not null,
    role        text        not null,
    created_at  timestamptz not null,
    primary key (person_id, merchant_id)
);
comment on table membership is 'directory: who works for which merchant, as what';
grant select, insert on membership to baton_gate;

create table invitation (
    token_sha256 bytea       not null primary key,
    merchant_id  uuid        not null,
    role         text        not null,
    email        text,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    check (octet_length(token_sha256) = 32)
);
comment on table invitation is 'directory: one-time links by which a person joins a merchant';
comment on column invitation.token_sha256 is 'SHA-256 of the token in the link, which is not stored';
comment on column invitation.email is 'who is invited; null = whoever holds the link says so';
grant select, insert, update on invitation to baton_gate;
