-- Why a figure is what it is, now and at an earlier moment: each row says when it was known and what it changed.

alter table stock_observation add column known_at timestamptz;
comment on column stock_observation.known_at is 'when the figure was taken; null = before such times were kept';

alter table stock_release add column freed integer;
comment on column stock_release.freed is 'units it took off the claim''s uncovered; null = before that was kept';

alter table stock_deduction add column beyond integer;
alter table stock_deduction add column recorded_at timestamptz;
comment on column stock_deduction.beyond is 'units of the event beyond the claim, added to its uncovered; null = before that was kept';
comment on column stock_deduction.recorded_at is 'when the event was taken; null = before such times were kept';

-- the claims of an offer by age: what is still uncovered of it, and how much of it was sold of late
create index stock_claim_offer on stock_claim (merchant_id, offer_id, claimed_at);
