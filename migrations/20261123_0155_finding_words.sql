-- Up Migration
-- The search index is derived: it is emptied here and filled again from the questions.
drop table findable;
create table findable (
  kind text not null check (kind in ('question')),
  subject_id bigint not null,
  board_id bigint not null references boards (id),
  product_id bigint references products (id),
  state text not null,
  standing real not null,
  worth real not null,
  created_at timestamptz not null,
  language text not null check (language in ('nl', 'en')),
  title text not null,
  beginning text not null,
  best text not null default '',
  title_document tsvector not null,
  document tsvector not null,
  words text[] not null default '{}',
  similar_ids bigint[] not null default '{}',
  primary key (kind, subject_id)
-- Long columns go out of line: choosing candidates then touches few pages, whatever the length of the texts.
) with (toast_tuple_target = 256);
comment on column findable.standing is 'How much the state of the question counts, as a factor.';
comment on column findable.similar_ids is 'Questions that look alike, closest first; who may see them is asked when they are shown.';
comment on column findable.worth is 'Order in which candidates are taken: standing and recency as one number that does not age.';
-- Without a pending list, so that searching stays as fast while people write.
create index findable_document_idx on findable using gin (document) with (fastupdate = off);
create index findable_title_idx on findable using gin (title_document) with (fastupdate = off);

-- Every word of the index with its stems. A viewer only knows the words of the boards they may see.
create table lexicon (
  word text collate "C" primary key check (char_length(word) between 3 and 40),
  nl text collate "C",
  en text collate "C",
  nl_backwards text collate "C" generated always as (reverse(nl)) stored
);
create index lexicon_trgm_idx on lexicon using gin (word gin_trgm_ops) with (fastupdate = off);
create index lexicon_nl_idx on lexicon (nl);
create index lexicon_backwards_idx on lexicon (nl_backwards);

-- Words that look alike. A higher threshold than the usual 0.3: half the work, and what is lost is no slip of the pen.
create function similar_words(asked text) returns setof lexicon language sql stable
  set pg_trgm.similarity_threshold = 0.4
  as $$ select word, nl, en, nl_backwards from lexicon where word % asked $$;

create table lexicon_boards (
  word text collate "C" not null references lexicon (word) on delete cascade,
  board_id bigint not null references boards (id) on delete cascade,
  documents integer not null check (documents >= 0),
  primary key (word, board_id)
);

-- The secret of the day with which readers are told apart; thrown away with what it made, the day after.
create table reading_days (
  day date primary key,
  salt text not null
);
create index reads_today_reader_idx on reads_today (day, reader_hash);
