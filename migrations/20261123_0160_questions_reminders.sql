-- Up Migration
create table outcome_reminders (
  question_id bigint not null references questions (id) on delete cascade,
  nth integer not null check (nth in (1, 2)),
  sent_at timestamptz not null default now(),
  primary key (question_id, nth)
);
