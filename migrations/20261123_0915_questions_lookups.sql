-- Up Migration

-- Each page of a question asks which others were merged into it.
create index questions_merged_idx on questions (merged_into_id) where merged_into_id is not null;

-- The front page asks what was solved this week.
create index questions_solved_idx on questions (solved_at) where solved_at is not null;

-- The list counts per board, from the index alone.
create index questions_counts_idx on questions (board_id, state)
  where hidden_at is null and deleted_at is null and merged_into_id is null;
