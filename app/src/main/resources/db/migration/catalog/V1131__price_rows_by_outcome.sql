-- A list of a million rows is narrowed to the few that wait, or changed, without reading the others.

-- Most rows of most lists say what was known: they are in no index but those they had, and cost nothing more to write.
create index price_run_row_outcome on price_run_row (merchant_id, run_id, outcome, row_number)
    where outcome <> 'UNCHANGED';
comment on index price_run_row_outcome is 'a list''s rows of one outcome in their order; unchanged ones are read among all';
