-- Up Migration

-- All comments below a question, its answers' included: they are counted whenever one of them changes.
create index comments_shown_idx on comments (question_id) where hidden_at is null and deleted_at is null;
