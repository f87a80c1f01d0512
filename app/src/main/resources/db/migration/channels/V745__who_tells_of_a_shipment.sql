-- One party tells the customer of a shipment: the one whose turn it was when the goods left.

alter table store_fulfilment add column store_tells boolean;
comment on column store_fulfilment.store_tells is 'the store is asked to mail the customer; null = planned before that was kept, then the store''s setting of today counts';
