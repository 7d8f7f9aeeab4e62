-- Up Migration
create table duplicate_proposals (
  id bigint generated always as identity primary key,
  question_id bigint not null references questions (id),
  of_id bigint not null references questions (id),
  proposed_by_id bigint not null references members (id) on delete cascade,
  reason text check (octet_length(reason) between 1 and 8192),
  proposed_at timestamptz not null default now(),
  outcome text check (outcome in ('accepted', 'rejected', 'lapsed')),
  settled_at timestamptz,
  settled_by_id bigint references members (id),
  rejection_reason text check (char_length(rejection_reason) between 1 and 2000),
  check (question_id <> of_id),
  check ((outcome is null) = (settled_at is null)),
  check ((outcome is not distinct from 'rejected') = (rejection_reason is not null))
);
comment on table duplicate_proposals is 'A member says that a question was asked before, and where; a moderator accepts or rejects it.';
comment on column duplicate_proposals.of_id is 'As it was proposed: where that question was merged since, the one it went to is meant.';
create unique index duplicate_proposals_once_idx on duplicate_proposals (question_id, of_id) where outcome is null;
create index duplicate_proposals_open_idx on duplicate_proposals (id) where outcome is null;
create index duplicate_proposals_question_idx on duplicate_proposals (question_id, id);
create index duplicate_proposals_member_idx on duplicate_proposals (proposed_by_id, proposed_at);
