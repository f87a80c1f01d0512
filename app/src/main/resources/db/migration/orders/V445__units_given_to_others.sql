-- Units a person gives to other suppliers: asked back where their supplier may have them, and not given to it again.
alter table allocation add column reroute_asked integer not null default 0 check (reroute_asked >= 0);
alter table allocation add column rerouted boolean not null default false;
comment on column allocation.reroute_asked is 'units its supplier is asked to leave to others; beside cancel_asked, which nobody wants any more';
comment on column allocation.rerouted is 'a person wants its units shipped by others: its supplier is not chosen again for these goods in this order';
