-- what a person is warned of, page by page: the one before counted them only
create index store_figure_warned_of on store_figure (merchant_id, store_id, figure_id)
    where state = 'NOT_TRACKED' or sells_on or trouble is not null;
comment on index store_figure_warned_of is 'what a person is warned of, in the order of its list';
drop index store_figure_warned;
