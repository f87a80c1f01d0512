-- A transmission changes its status two times on its way. An index whose predicate names the status made each of those
-- changes write every index of the row again; one whose predicate names only the reason, which stays empty on the good
-- way, lets the row change in place.
drop index transmission_for_a_person;
create index transmission_for_a_person on transmission (merchant_id, id) where reason is not null;
comment on index transmission_for_a_person is 'the list of what waits for a person: REFUSED and PARKED always have a reason';
-- Room in the page for the two changes.
alter table transmission set (fillfactor = 45);
alter table transmission add constraint transmission_says_why
    check (status not in ('REFUSED', 'PARKED') or reason is not null);
