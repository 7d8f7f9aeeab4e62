-- Up Migration
create index comments_hidden_idx on comments (question_id, author_id) where hidden_at is not null and deleted_at is null;
