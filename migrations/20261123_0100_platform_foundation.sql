-- Up Migration
create extension if not exists citext;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

create text search configuration onderling_nl (copy = dutch);
alter text search configuration onderling_nl
  alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, dutch_stem;
create text search configuration onderling_en (copy = english);
alter text search configuration onderling_en
  alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, english_stem;

-- Sign-in library's tables: text ids of its own, tokens and codes stored only as hashes.
create table auth_users (
  id text primary key,
  name text not null,
  email citext not null unique check (char_length(email) <= 254),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth_sessions (
  id text primary key,
  user_id text not null references auth_users (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text check (char_length(ip_address) <= 64),
  user_agent text check (char_length(user_agent) <= 512),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_sessions_user_idx on auth_sessions (user_id);

create table auth_accounts (
  id text primary key,
  user_id text not null references auth_users (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index auth_accounts_user_idx on auth_accounts (user_id);

create table auth_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  tries smallint not null default 0 check (tries between 0 and 5),
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verifications_identifier_idx on auth_verifications (identifier);
create index auth_verifications_value_idx on auth_verifications using hash (value);
-- Of our own codes and links only the newest is alive.
create unique index auth_verifications_newest_idx on auth_verifications (identifier) where identifier like 'onderling:%';

-- A change of address counts when both addresses have agreed. One at a time per account.
create table auth_email_changes (
  account_id text primary key references auth_users (id) on delete cascade,
  new_email citext not null check (char_length(new_email) <= 254),
  old_hash text not null unique,
  new_hash text not null unique,
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);

-- Limits that must survive a restart and hold over all processes; written by the limiter.
create unlogged table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

-- One deed per key: a repeated form or API call gets the first answer again. Written in the deed's own transaction.
create table deed_keys (
  holder text not null check (char_length(holder) <= 80),
  key text not null check (char_length(key) between 1 and 255),
  request_hash text not null,
  status integer not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  primary key (holder, key)
);
create index deed_keys_created_idx on deed_keys (created_at);

create table outgoing_mails (
  id bigint generated always as identity primary key,
  message_key text not null unique check (char_length(message_key) <= 200),
  member_id bigint,
  kind text not null check (char_length(kind) <= 60),
  to_address text not null check (char_length(to_address) <= 254),
  subject text not null check (char_length(subject) <= 400),
  text_body text not null check (char_length(text_body) <= 200000),
  html_body text not null check (char_length(html_body) <= 400000),
  headers jsonb not null default '{}',
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  failed_at timestamptz,
  failure text check (char_length(failure) <= 2000)
);
create index outgoing_mails_created_idx on outgoing_mails (created_at desc);
