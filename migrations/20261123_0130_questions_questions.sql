-- Up Migration
create table questions (
  id bigint generated always as identity primary key,
  board_id bigint not null references boards (id),
  product_id bigint references products (id),
  version_id bigint references product_versions (id),
  author_id bigint not null references members (id),
  title text not null check (char_length(title) between 1 and 200),
  slug text not null check (slug ~ '^[a-z0-9-]{1,80}$'),
  body text not null check (octet_length(body) <= 65536),
  html text not null,
  language text not null default 'nl' check (language in ('nl', 'en')),
  state text not null default 'new' check (state in ('duplicate', 'escalated', 'outdated', 'not-solved', 'confirmed',
    'brand-verified', 'community-confirmed', 'answered', 'new')),
  best_answer_id bigint,
  duplicate_of_id bigint references questions (id),
  merged_into_id bigint references questions (id),
  answer_count integer not null default 0 check (answer_count >= 0),
  comment_count integer not null default 0 check (comment_count >= 0),
  same_count integer not null default 0 check (same_count >= 0),
  view_count integer not null default 0 check (view_count >= 0),
  created_at timestamptz not null default now(),
  moved_up_at timestamptz not null default now(),
  last_answer_at timestamptz,
  last_answer_by_id bigint references members (id),
  first_answer_at timestamptz,
  solved_at timestamptz,
  edited_at timestamptz,
  edit_count integer not null default 0,
  closed_at timestamptz,
  closed_by_id bigint references members (id),
  closed_reason text check (char_length(closed_reason) <= 2000),
  hidden_at timestamptz,
  hidden_by_id bigint references members (id),
  hidden_reason text check (char_length(hidden_reason) <= 2000),
  deleted_at timestamptz,
  deleted_by_id bigint references members (id),
  check (duplicate_of_id <> id),
  check (merged_into_id <> id)
);
comment on column questions.moved_up_at is 'Order of the list of what is alive: moves with a new answer and when a question turns out not solved.';
create index questions_alive_idx on questions (moved_up_at desc, id desc)
  where hidden_at is null and deleted_at is null and merged_into_id is null;
create index questions_new_idx on questions (created_at desc, id desc)
  where hidden_at is null and deleted_at is null and merged_into_id is null;
create index questions_board_idx on questions (board_id, moved_up_at desc, id desc)
  where hidden_at is null and deleted_at is null and merged_into_id is null;
create index questions_state_idx on questions (state, moved_up_at desc, id desc)
  where hidden_at is null and deleted_at is null and merged_into_id is null;
create index questions_product_idx on questions (product_id, moved_up_at desc, id desc)
  where hidden_at is null and deleted_at is null and merged_into_id is null;
create index questions_author_idx on questions (author_id, created_at desc);

create table answers (
  id bigint generated always as identity primary key,
  question_id bigint not null references questions (id),
  author_id bigint not null references members (id),
  body text not null check (octet_length(body) <= 65536),
  html text not null,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  edit_count integer not null default 0,
  thanks_count integer not null default 0 check (thanks_count >= 0),
  worked_count integer not null default 0 check (worked_count >= 0),
  comment_count integer not null default 0 check (comment_count >= 0),
  confirmed_at timestamptz,
  verified_at timestamptz,
  outdated_at timestamptz,
  usefulness integer not null generated always as (
    thanks_count + 3 * worked_count
    + case when confirmed_at is null then 0 else 1000 end
    + case when verified_at is null then 0 else 500 end
    - case when outdated_at is null then 0 else 2000 end) stored,
  hidden_at timestamptz,
  hidden_by_id bigint references members (id),
  hidden_reason text check (char_length(hidden_reason) <= 2000),
  deleted_at timestamptz,
  deleted_by_id bigint references members (id)
);
create index answers_time_idx on answers (question_id, created_at, id);
create index answers_useful_idx on answers (question_id, usefulness desc, id);
create index answers_author_idx on answers (author_id, created_at desc);
alter table questions add foreign key (best_answer_id) references answers (id);

create table comments (
  id bigint generated always as identity primary key,
  question_id bigint not null references questions (id),
  answer_id bigint references answers (id),
  author_id bigint not null references members (id),
  body text not null check (octet_length(body) <= 8192),
  html text not null,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  edit_count integer not null default 0,
  hidden_at timestamptz,
  hidden_by_id bigint references members (id),
  hidden_reason text check (char_length(hidden_reason) <= 2000),
  deleted_at timestamptz,
  deleted_by_id bigint references members (id)
);
comment on column comments.answer_id is 'Null for a comment on the question itself.';
create index comments_answer_idx on comments (answer_id, created_at, id);
create index comments_question_idx on comments (question_id, created_at, id) where answer_id is null;
create index comments_author_idx on comments (author_id, created_at desc);

create table question_tags (
  question_id bigint not null references questions (id) on delete cascade,
  tag_id bigint not null references tags (id),
  primary key (question_id, tag_id)
);
create index question_tags_tag_idx on question_tags (tag_id, question_id);

-- Outcomes are marks, several at once; the state of a question is derived from them.
create table marks (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('confirmed', 'worked', 'verified', 'outdated', 'not-solved', 'escalated', 'duplicate')),
  question_id bigint not null references questions (id),
  answer_id bigint references answers (id),
  member_id bigint not null references members (id),
  product_id bigint references products (id),
  version_id bigint references product_versions (id),
  note text check (char_length(note) <= 2000),
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by_id bigint references members (id),
  check ((kind in ('confirmed', 'worked', 'verified')) = (answer_id is not null) or kind = 'outdated')
);
create unique index marks_once_idx on marks (question_id, kind, coalesce(answer_id, 0), member_id) where withdrawn_at is null;
create index marks_answer_idx on marks (answer_id) where withdrawn_at is null;

-- "I have this too".
create table same_problems (
  question_id bigint not null references questions (id) on delete cascade,
  member_id bigint not null references members (id) on delete cascade,
  said_at timestamptz not null default now(),
  primary key (question_id, member_id)
);
create index same_problems_member_idx on same_problems (member_id);

create table thanks (
  subject_kind text not null check (subject_kind in ('question', 'answer', 'comment')),
  subject_id bigint not null,
  member_id bigint not null references members (id) on delete cascade,
  given_at timestamptz not null default now(),
  primary key (subject_kind, subject_id, member_id)
);
create index thanks_member_idx on thanks (member_id, given_at);

create table follows (
  subject_kind text not null check (subject_kind in ('question', 'board', 'tag', 'product')),
  subject_id bigint not null,
  member_id bigint not null references members (id) on delete cascade,
  reason text not null default 'chosen' check (reason in ('chosen', 'asked', 'answered', 'same-problem')),
  followed_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (subject_kind, subject_id, member_id)
);
comment on column follows.ended_at is 'Kept after unfollowing, so that a later answer does not follow again on its own.';
create index follows_member_idx on follows (member_id, subject_kind, followed_at desc) where ended_at is null;

create table revisions (
  id bigint generated always as identity primary key,
  subject_kind text not null check (subject_kind in ('question', 'answer', 'comment')),
  subject_id bigint not null,
  question_id bigint not null,
  title text check (char_length(title) <= 200),
  body text not null check (octet_length(body) <= 65536),
  editor_id bigint not null references members (id),
  written_at timestamptz not null,
  replaced_at timestamptz not null default now()
);
comment on table revisions is 'What stood before an edit; the present text stands in the post itself.';
create index revisions_subject_idx on revisions (subject_kind, subject_id, id);

create table drafts (
  id bigint generated always as identity primary key,
  member_id bigint references members (id) on delete cascade,
  visitor_hash text,
  place text not null check (char_length(place) <= 80),
  fields jsonb not null check (octet_length(fields::text) <= 262144),
  updated_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((member_id is null) <> (visitor_hash is null)),
  unique (member_id, place),
  unique (visitor_hash, place)
);
create index drafts_expires_idx on drafts (expires_at);
