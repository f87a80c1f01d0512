-- Signing in: sessions and tries, and how a membership ends. Only the role gate reads these tables.

create table session (
    session_id   uuid        not null primary key,
    token_sha256 bytea       not null unique,
    person_id    uuid        not null references person,
    merchant_id  uuid,
    began_at     timestamptz not null,
    seen_at      timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    agent        text        not null,
    address      text        not null,
    check (octet_length(token_sha256) = 32)
);
comment on table session is 'directory: somebody who signed in, in one browser';
comment on column session.token_sha256 is 'SHA-256 of the cookie, which is not stored';
comment on column session.merchant_id is 'whose books are open in this browser; null = not chosen yet';
comment on column session.seen_at is 'when it was last used, to the minute';
comment on column session.agent is 'what the browser calls itself, so that the person knows it again';
comment on column session.address is 'network address it began from';
create index session_of_person on session (person_id, session_id);
grant select, insert, update, delete on session to baton_gate;

create table sign_in_window (
    kind    text        not null check (kind in ('ACCOUNT', 'ADDRESS')),
    slot    integer     not null,
    ends_at timestamptz not null,
    failed  integer     not null,
    primary key (kind, slot)
);
comment on table sign_in_window is 'directory: how often signing in failed lately, per mail address and per network address';
comment on column sign_in_window.slot is 'sixteen bits of a hash of whom the window is about: the table cannot grow, and names nobody';
grant select, insert, update on sign_in_window to baton_gate;

alter table membership add column ended_at timestamptz;
comment on column membership.ended_at is 'since when the person does not work there any more; null = it does';
create index membership_of_merchant on membership (merchant_id, person_id);
grant update on membership to baton_gate;

create index invitation_of_merchant on invitation (merchant_id, expires_at);
