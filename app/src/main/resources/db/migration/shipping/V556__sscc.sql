-- The number of a parcel for ever its own, as suppliers tell it and scanners read it.

alter table shipment_package add column sscc text check (sscc ~ '^[0-9]{18}$');
comment on column shipment_package.sscc is 'serial shipping container code, 18 digits, its check digit right; null = none';
