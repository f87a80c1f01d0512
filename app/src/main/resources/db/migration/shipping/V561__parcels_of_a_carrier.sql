create index shipment_package_of_carrier on shipment_package (merchant_id, carrier_code, id);
comment on index shipment_package_of_carrier is 'the list of parcels narrowed to a carrier, newest first: a carrier with few of them is not looked for among all';
