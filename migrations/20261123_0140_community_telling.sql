-- Up Migration
create table notices (
  id bigint generated always as identity primary key,
  member_id bigint not null references members (id) on delete cascade,
  kind text not null check (char_length(kind) <= 60),
  happening text not null check (char_length(happening) <= 120),
  question_id bigint,
  answer_id bigint,
  comment_id bigint,
  actor_id bigint references members (id),
  facts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz,
  unique (member_id, happening)
);
comment on column notices.happening is 'Names what happened; unique per member, so that nobody is told twice whatever is retried.';
create index notices_member_idx on notices (member_id, created_at desc, id desc);
create index notices_unread_idx on notices (member_id) where read_at is null;

create table notice_preferences (
  member_id bigint not null references members (id) on delete cascade,
  kind text not null check (char_length(kind) <= 60),
  mail text not null check (mail in ('on', 'off')),
  changed_at timestamptz not null default now(),
  primary key (member_id, kind)
);

-- Reads by people, counted without following anyone: a salted hash that changes every day, rolled up, then gone.
create table reads_today (
  day date not null,
  reader_hash text not null,
  question_id bigint not null,
  first_read_at timestamptz not null default now(),
  primary key (day, reader_hash, question_id)
);

create table question_reads (
  question_id bigint not null references questions (id) on delete cascade,
  day date not null,
  views integer not null default 0,
  primary key (question_id, day)
);

create table daily_reads (
  day date primary key,
  sessions integer not null default 0,
  views integer not null default 0,
  shown integer not null default 0,
  opened integer not null default 0,
  helped integer not null default 0,
  not_helped integer not null default 0
);

-- The search index: one compact document per thing that can be found.
create table findable (
  kind text not null check (kind in ('question')),
  subject_id bigint not null,
  board_id bigint not null,
  product_id bigint,
  title text not null,
  beginning text not null,
  best text not null default '',
  language text not null,
  state text not null,
  solved_at timestamptz,
  created_at timestamptz not null,
  document tsvector not null,
  words text[] not null default '{}',
  weight real not null default 1,
  similar_ids bigint[] not null default '{}',
  primary key (kind, subject_id)
);
create index findable_document_idx on findable using gin (document);
create index findable_title_trgm on findable using gin (title gin_trgm_ops);
create index findable_board_idx on findable (board_id);

create table old_addresses (
  path text primary key check (char_length(path) <= 400),
  target text not null check (char_length(target) <= 400),
  created_at timestamptz not null default now()
);

create table imported_things (
  source text not null check (char_length(source) <= 80),
  kind text not null check (char_length(kind) <= 40),
  source_key text not null check (char_length(source_key) <= 80),
  thing_id bigint not null,
  credit jsonb,
  primary key (source, kind, source_key)
);
create index imported_things_thing_idx on imported_things (kind, thing_id);
