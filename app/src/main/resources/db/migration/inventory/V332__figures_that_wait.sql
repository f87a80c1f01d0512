-- Runs a person is asked about, whatever way they came.

-- whether a supplier still has one, when a later run is merged
create index feed_run_quarantined on feed_run (merchant_id, supplier_id) where state = 'QUARANTINED';

comment on table staged_run is 'distributed: how far a stock file is, what it would change, and why it was stopped; for figures sent to the API that were believed at once, what they changed, for the next to be measured by';
