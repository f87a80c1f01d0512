-- A purchase order is found by what its supplier calls it.
create index acknowledgement_reference on acknowledgement (merchant_id, reference);
comment on index acknowledgement_reference is 'the answers a supplier gave under a reference of its own, for the search';
