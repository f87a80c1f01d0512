-- A store's order is some 2 kB when it is compressed and sealed: a little too much for PostgreSQL, which then tried to
-- compress what cannot be compressed and moved it to a table of its own. Up to a page it stays where it is now.
alter table document_part alter column sealed set storage external;
alter table document_part set (toast_tuple_target = 8160);
