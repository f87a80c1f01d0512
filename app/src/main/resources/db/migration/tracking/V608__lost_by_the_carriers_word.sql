-- A carrier may say that it lost a parcel.
alter table tracked_number drop constraint tracked_number_status_check;
alter table tracked_number add constraint tracked_number_status_check check (status in (
    'PRE_TRANSIT', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'EXCEPTION', 'LOST', 'RETURNED'));
alter table tracking_scan drop constraint tracking_scan_code_check;
alter table tracking_scan add constraint tracking_scan_code_check check (code in (
    'PRE_TRANSIT', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'EXCEPTION', 'LOST', 'RETURNED'));
create index lost_package_of_parcel on lost_package (merchant_id, package_id);
comment on index lost_package_of_parcel is 'what was said of a parcel before, and taken back';
