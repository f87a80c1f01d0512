-- Which row of which price list a cost came from.

alter table offer_cost
    add column run_id     uuid,
    add column row_number bigint check (row_number > 0);
comment on column offer_cost.run_id is 'the price list that stated it; null when the merchant did, when its rows came by a call, and for those from before this was kept';
comment on column offer_cost.row_number is 'its row of the list''s file, from 1; null as run_id is';

alter table cost_proposal add column row_number bigint check (row_number > 0);
comment on column cost_proposal.row_number is 'the row of the price list that asks; null as run_id is, and for those from before this was kept';

alter table supplier_item
    add column run_id     uuid,
    add column row_number bigint check (row_number > 0);
comment on column supplier_item.run_id is 'the price list that named it last; null when its rows came by a call, and for those from before this was kept';
comment on column supplier_item.row_number is 'its row of the list''s file, from 1; null as run_id is';
