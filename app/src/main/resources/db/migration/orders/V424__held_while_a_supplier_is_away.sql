-- Lines held for a supplier that is away: found when it is back or another has stock.
create index hold_away on hold (merchant_id, line_id) where released_at is null and kind = 'SUPPLIER_AWAY';
comment on index hold_away is 'lines that go on by themselves when a supplier is back; next to empty at any time';
