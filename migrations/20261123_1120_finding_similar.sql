-- Up Migration

-- Which questions look alike, beside the index instead of in it: to write a list in a row of findable is to enter all
-- words of that question in the index once more.
create table findable_similar (
  kind text not null,
  subject_id bigint not null,
  similar_ids bigint[] not null,
  primary key (kind, subject_id),
  foreign key (kind, subject_id) references findable (kind, subject_id) on delete cascade
);
comment on column findable_similar.similar_ids is 'Questions that look alike, closest first; who may see them is asked when they are shown.';

insert into findable_similar (kind, subject_id, similar_ids)
select kind, subject_id, similar_ids from findable where similar_ids <> '{}' order by kind, subject_id;
alter table findable drop column similar_ids;

-- How common a word of an English title is, by its stem.
create index lexicon_en_idx on lexicon (en);

analyze findable_similar;
