-- A recall the supplier refused may be given up: the parcel goes on to the customer, who is told.

alter table recall
    add column given_up_at timestamptz,
    add constraint recall_given_up_check check (given_up_at is null or status = 'REFUSED');
comment on column recall.given_up_at is 'since when the parcel is left to its customer, who was told; null = it is not';
