-- A key that is no longer to be used opens nothing; its row stays, for the audit names it.
alter table api_key add column revoked_at timestamptz;
comment on column api_key.revoked_at is 'since when it opens nothing; null = it works';
