-- What is to be left of a price.
alter table merchant add column margin_floor_bps integer check (margin_floor_bps between 0 and 10000);
comment on column merchant.margin_floor_bps is 'hundredths of a per cent of a line''s price that are to be left after landed cost; less is held; null = nothing is held for that';
