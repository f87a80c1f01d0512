-- Its predicate named the status, so that each of a transmission's changes wrote every index of the row. What is planned
-- and watched has a reason: transmission_for_a_person finds it as well.
drop index transmission_watched;
comment on index transmission_for_a_person is 'the lists of what waits for a person or for somebody to go live: REFUSED, PARKED and watched documents have a reason, others never';
