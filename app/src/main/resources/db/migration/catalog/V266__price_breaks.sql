-- What a unit costs when more of them are ordered: price breaks stand beside every cost, and hold from the same day.

alter table offer add column price_breaks text not null default ''
    check (price_breaks ~ '^([0-9]+:[0-9]+(,[0-9]+:[0-9]+)*)?$');
comment on column offer.price_breaks is 'quantity:cost, the quantities rising: "10:9000000,50:8500000" = from 10 selling units of a line on each costs 9.00, from 50 on 8.50, in 10^-6 of the currency; empty = one cost for every quantity';

alter table offer_cost add column price_breaks text not null default ''
    check (price_breaks ~ '^([0-9]+:[0-9]+(,[0-9]+:[0-9]+)*)?$');
comment on column offer_cost.price_breaks is 'as offer.price_breaks, from since on';

alter table cost_proposal
    add column price_breaks        text not null default '' check (price_breaks ~ '^([0-9]+:[0-9]+(,[0-9]+:[0-9]+)*)?$'),
    add column before_price_breaks text not null default '' check (before_price_breaks ~ '^([0-9]+:[0-9]+(,[0-9]+:[0-9]+)*)?$');
comment on column cost_proposal.price_breaks is 'of the cost that jumped, as offer.price_breaks';
comment on column cost_proposal.before_price_breaks is 'of the cost that holds until a person decides, as offer.price_breaks';

alter table supplier_item add column price_breaks text not null default ''
    check (price_breaks ~ '^([0-9]+:[0-9]+(,[0-9]+:[0-9]+)*)?$');
comment on column supplier_item.price_breaks is 'as offer.price_breaks; empty when the list does not say';

alter table price_run_row
    add column price_breaks        text not null default '' check (price_breaks ~ '^([0-9]+:[0-9]+(,[0-9]+:[0-9]+)*)?$'),
    add column before_price_breaks text not null default '' check (before_price_breaks ~ '^([0-9]+:[0-9]+(,[0-9]+:[0-9]+)*)?$');
comment on column price_run_row.price_breaks is 'as offer.price_breaks, once the row holds';
comment on column price_run_row.before_price_breaks is 'as offer.price_breaks, what held before; empty for an item that is no offer yet';
