-- Which file a cost came from.
create index price_list_file_run on price_list_file (merchant_id, run_id);
comment on index price_list_file_run is 'from a cost to the file that stated it';
