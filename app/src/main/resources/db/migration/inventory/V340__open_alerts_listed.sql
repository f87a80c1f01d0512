-- the open alerts, page by page, and those of a kind: without them a page reads every alert there ever was
create index stock_alert_listed on stock_alert (merchant_id, alert_id) where closed_at is null;
create index stock_alert_of_kind on stock_alert (merchant_id, kind, alert_id) where closed_at is null;
