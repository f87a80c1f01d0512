-- A stock file is merged in three stretches: what is plain set-wise, what has to be looked at, what is absent.

alter table staged_run add column plain_merged boolean not null default false;
comment on column staged_run.plain_merged is 'true: figures younger than all that is known, of offers with nothing promised, are all in';
comment on column staged_run.merged_offer is 'offer up to which the present stretch is merged; merging resumes behind it';
