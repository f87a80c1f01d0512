-- Figures sent to the API that wait for a decision are kept as stock files.

alter table feed_file drop constraint feed_file_check;
alter table feed_file add constraint feed_file_check
    check (came_by in ('UPLOAD', 'HTTPS', 'SFTP', 'REST') and answer in ('RIGHT', 'WRONG'));

-- the feed by which a supplier's figures come
create index feed_supplier on feed (merchant_id, supplier_id);
