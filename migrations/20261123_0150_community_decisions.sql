-- Up Migration
-- Every restriction is a row with its reason, which the person gets; later appeals and reversals hang on its id.
create table decisions (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('hide', 'restore', 'move', 'close', 'reopen', 'merge', 'mark-duplicate', 'block', 'unblock')),
  subject_kind text not null check (subject_kind in ('question', 'answer', 'comment', 'member')),
  subject_id bigint not null,
  question_id bigint,
  affected_id bigint not null references members (id),
  made_by_id bigint not null references members (id),
  reason text not null check (char_length(reason) between 1 and 2000),
  made_at timestamptz not null default now()
);
create index decisions_subject_idx on decisions (subject_kind, subject_id, id desc);
create index decisions_affected_idx on decisions (affected_id, id desc);
