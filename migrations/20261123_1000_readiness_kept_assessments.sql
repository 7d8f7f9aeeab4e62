-- Up Migration
create table kept_assessments (
  id bigint generated always as identity primary key,
  secret_hash text not null unique check (char_length(secret_hash) = 43),
  title text not null check (char_length(title) between 1 and 120),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at > created_at)
);
comment on table kept_assessments is 'Own community, or not yet? Kept only for whoever asks for it, at an address that nobody can guess.';
comment on column kept_assessments.secret_hash is 'SHA-256 of the secret in the address: who reads this table cannot open the page.';
create index kept_assessments_expiry_idx on kept_assessments (expires_at);

create table respondents (
  id bigint generated always as identity primary key,
  assessment_id bigint not null references kept_assessments (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 60),
  answers jsonb not null default '{}' check (octet_length(answers::text) <= 32768),
  answered_at timestamptz not null default now(),
  unique (assessment_id, name)
);
comment on table respondents is 'Who answered a kept assessment, under a name of their own choice, and what they answered.';
