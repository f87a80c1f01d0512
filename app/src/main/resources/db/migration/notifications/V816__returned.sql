-- A mail that came back after it had left is not one the customer has.

alter table customer_message
    drop constraint customer_message_state_check,
    add constraint customer_message_state_check
        check (state in ('PLANNED', 'SENDING', 'SENT', 'UNKNOWN', 'NOT_SENT', 'REFUSED', 'RETURNED', 'WITHHELD'));
comment on table refused_mail is 'distributed: a mail to a customer that a mail server refused for good or sent back, by the store and day whose task speaks of it';
