-- What a customer bought where Baton took it apart.

alter table order_line
    add column set_title text;
comment on column order_line.set_title is 'the store''s title of the bundle the line is a part of; null = bought as it is, or taken apart before this was kept';
