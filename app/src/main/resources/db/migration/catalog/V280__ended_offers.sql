-- The merchant ends offers: at once, or from a day ahead on.

alter table offer add column ends_at timestamptz;
alter table offer add column ended boolean not null default false;
alter table offer add constraint offer_ended check (not ended or ends_at is not null);
comment on column offer.ends_at is 'from when on the merchant gives it no new orders; null = no end is said';
comment on column offer.ended is 'true: that moment has come, and no new order goes to it';
-- those whose day comes
create index offer_ending on offer (merchant_id, ends_at) where ends_at is not null and not ended;
