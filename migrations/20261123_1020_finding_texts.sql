-- Up Migration

-- What a question is ranked and shown by, beside the index that finds it: choosing candidates reads the small rows of
-- findable, ranking reads these few whole rows, in line and not compressed.
create table findable_texts (
  kind text not null,
  subject_id bigint not null,
  title_words smallint not null,
  places tsvector not null,
  beginning text not null,
  best text not null default '',
  primary key (kind, subject_id),
  foreign key (kind, subject_id) references findable (kind, subject_id) on delete cascade
) with (toast_tuple_target = 8160);
comment on column findable_texts.title_words is 'How many different words the title has, after stemming.';
comment on column findable_texts.places is 'Where each word stands, and in which part: what the score is made of.';

insert into findable_texts (kind, subject_id, title_words, places, beginning, best)
select kind, subject_id, length(title_document), document, beginning, best from findable order by kind, subject_id;

-- A word that many questions hold is looked for among those of the highest worth first: each document also holds its
-- tier of worth as if it were a word, so that the same index leaves the others out. Places are no longer needed in it.
alter table findable
  alter column document type tsvector
    using strip(document) || array_to_tsvector(array['~' || floor(worth * 12)::int]),
  alter column title_document type tsvector
    using title_document || array_to_tsvector(array['~' || floor(worth * 12)::int]),
  drop column beginning,
  drop column best;
comment on column findable.document is 'The words of title, topic, beginning and best answer, and the tier of worth ("~24").';
comment on column findable.title_document is 'The words of the title, and the tier of worth.';

analyze findable;
analyze findable_texts;
