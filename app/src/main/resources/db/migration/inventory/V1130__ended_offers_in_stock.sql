-- An offer that has ended says so in its stock row too, which whoever plans has locked: no order goes to it any more from
-- the moment on in which its end is committed.

alter table stock add column ended boolean not null default false;
comment on column stock.ended is 'as offer.ended says, written in the same transaction: nothing of it is promised';

-- those that ended before; each has a row from now on, so that none is made later that does not say so
alter table stock no force row level security;
alter table stock_buffer no force row level security;
alter table offer no force row level security;
insert into stock (merchant_id, offer_id, sku_id, supplier_id, observed, buffer, uncovered, left_out, discontinued, ended)
select o.merchant_id, o.offer_id, o.sku_id, o.supplier_id, 0, coalesce(k.units, p.units, 0), 0, false, false, true
from offer o
left join stock_buffer k on k.merchant_id = o.merchant_id and k.layer = 'SKU' and k.subject = o.sku_id
left join stock_buffer p on p.merchant_id = o.merchant_id and p.layer = 'SUPPLIER' and p.subject = o.supplier_id
where o.ended
on conflict (merchant_id, offer_id) do update set ended = true;
alter table offer force row level security;
alter table stock_buffer force row level security;
alter table stock force row level security;
