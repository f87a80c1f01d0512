-- A relay that is asked for it reports when a mail lies in its reader's mailbox (RFC 3461, RFC 3464).
alter table transmission add column delivered_at timestamptz;
comment on column transmission.delivered_at is 'a report said that the mail had arrived; null = none did, or it left otherwise';
