-- A document that was sent more than once is lost only when as many bounces came back.
create index returned_mail_of_transmission on returned_mail (merchant_id, transmission_id) where transmission_id is not null;
comment on index returned_mail_of_transmission is 'how often one document came back; most returned mail names none or one';
