-- A supplier is mailed every working morning what is open with it.

alter table portal_letter drop constraint portal_letter_kind_check;
alter table portal_letter add constraint portal_letter_kind_check
    check (kind in ('FRESH_LINK', 'CODE', 'STOCK_FILE', 'STOCK_CHECK', 'DIGEST'));
