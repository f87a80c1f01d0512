-- Written with every order and seldom read: 3 kB are written faster than they are compressed.
alter table decision set (toast_tuple_target = 8160);
