-- A tracking number that changes after the store was told of it.

alter table store_fulfilment add column corrected jsonb;
comment on column store_fulfilment.corrected is 'the parcels as they are now, where a number changed that the store may show; null = as shipped, with schemaVersion';
