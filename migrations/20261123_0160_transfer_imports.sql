-- Up Migration
-- What was brought in from elsewhere, per source; and what an installation was filled with at its first start.
create table imports (
  source text primary key check (char_length(source) between 1 and 80),
  site text check (char_length(site) <= 120),
  board_id bigint not null references boards (id),
  began_at timestamptz not null default now(),
  finished_at timestamptz
);

alter table imported_things add column starting_count integer not null default 0 check (starting_count >= 0);
comment on column imported_things.starting_count is
  'Up-votes elsewhere, with which the count here began: thanks of an answer, "I have this too" of a question.';

-- Votes are added up here before they are counted; emptied when an import begins and when it ends.
create unlogged table import_tallies (
  source text not null,
  post_key text not null,
  up_votes integer not null default 0,
  down_votes integer not null default 0,
  accepted_at timestamptz,
  primary key (source, post_key)
);

create table seedings (
  name text primary key check (char_length(name) between 1 and 40),
  seeded_at timestamptz not null
);
