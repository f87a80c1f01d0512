-- Units not sold because the supplier's figures are too old to be believed.

alter table stock add column withheld integer not null default 0;
alter table stock add constraint stock_withheld check (withheld >= 0);
comment on column stock.withheld is 'selling units not sold while the supplier''s feed is stale; 0 = nothing is held back';
comment on table stock is 'distributed: one row per offer; available to sell = observed - buffer - withheld - uncovered';
