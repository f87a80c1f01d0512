-- Costs that jumped are alerts beside low, out, back, discontinued and stale.
alter table stock_alert
    drop constraint stock_alert_kind_check,
    add constraint stock_alert_kind_check
        check (kind in ('LOW', 'OUT', 'BACK', 'DISCONTINUED', 'STALE', 'COST_JUMP'));
comment on column stock_alert.subject_id is 'the SKU, or the offer of a discontinued or stale one or of a cost that jumped';
