-- Numbers and carriers of parcels that were told wrong; the parcel's row holds what counts now.

create table shipment_package_correction (
    merchant_id     uuid        not null,
    id              uuid        not null,
    package_id      uuid        not null,
    carrier_said    text        not null,
    tracking_said   text        not null,
    tracking_number text        not null,
    reason          text        not null,
    corrected_at    timestamptz not null,
    primary key (merchant_id, id),
    foreign key (merchant_id, package_id) references shipment_package (merchant_id, id)
);
comment on table shipment_package_correction is 'distributed: what stood on a parcel before its number was corrected, oldest first by id';
comment on column shipment_package_correction.carrier_said is 'carrier before, in the words it was told in; empty = not named';
comment on column shipment_package_correction.tracking_said is 'tracking number before, as it was told; empty = none';
comment on column shipment_package_correction.tracking_number is 'the same without blanks and dashes, in capitals';
comment on column shipment_package_correction.reason is 'why, in the words of whoever corrected it; empty = not said';
create index shipment_package_correction_of_package on shipment_package_correction (merchant_id, package_id, id);
comment on index shipment_package_correction_of_package is 'the numbers a parcel had before, for its page';
alter table shipment_package_correction enable row level security;
alter table shipment_package_correction force row level security;
create policy tenant on shipment_package_correction
    using (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid)
    with check (merchant_id = nullif(current_setting('baton.merchant', true), '')::uuid);
grant select, insert on shipment_package_correction to baton_app;

grant update (carrier_said, carrier_code, carrier_guessed, tracking_said, tracking_number, tracking_url, remark)
    on shipment_package to baton_app;
