-- The database as the migrations leave it, for reading. Written by scripts/database-types.mjs: change a migration instead.

-- Extensions

create extension btree_gin;
create extension citext;
create extension pg_trgm;
create extension unaccent;

-- Text search

-- text search configuration onderling_en
--   asciihword: unaccent, english_stem
--   asciiword: unaccent, english_stem
--   email: simple
--   file: simple
--   float: simple
--   host: simple
--   hword: unaccent, english_stem
--   hword_asciipart: unaccent, english_stem
--   hword_numpart: simple
--   hword_part: unaccent, english_stem
--   int: simple
--   numhword: simple
--   numword: simple
--   sfloat: simple
--   uint: simple
--   url: simple
--   url_path: simple
--   version: simple
--   word: unaccent, english_stem
-- text search configuration onderling_nl
--   asciihword: unaccent, dutch_stem
--   asciiword: unaccent, dutch_stem
--   email: simple
--   file: simple
--   float: simple
--   host: simple
--   hword: unaccent, dutch_stem
--   hword_asciipart: unaccent, dutch_stem
--   hword_numpart: simple
--   hword_part: unaccent, dutch_stem
--   int: simple
--   numhword: simple
--   numword: simple
--   sfloat: simple
--   uint: simple
--   url: simple
--   url_path: simple
--   version: simple
--   word: unaccent, dutch_stem

-- Sequences

create sequence activity_id_seq;

-- Functions

CREATE OR REPLACE FUNCTION activity_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'activity is append-only' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION similar_words(asked text)
 RETURNS SETOF lexicon
 LANGUAGE sql
 STABLE
 SET "pg_trgm.similarity_threshold" TO '0.4'
AS $function$ select word, nl, en, nl_backwards from lexicon where word % asked $function$;


-- Tables

create table activity (
  id bigint default nextval('activity_id_seq'::regclass) not null,
  epoch integer not null,
  xid xid8 default pg_current_xact_id() not null,
  kind text not null,
  actor_id bigint,
  subject_kind text not null,
  subject_id bigint not null,
  question_id bigint,
  board_id bigint,
  facts jsonb default '{}'::jsonb not null,
  origin text default 'lived'::text not null,
  occurred_at timestamp with time zone default now() not null,
  recorded_at timestamp with time zone default now() not null,
  constraint activity_pkey PRIMARY KEY (recorded_at, id),
  constraint activity_kind_check CHECK ((kind ~ '^[a-z-]+\.[a-z-]+$'::text)),
  constraint activity_origin_check CHECK ((origin = ANY (ARRAY['lived'::text, 'imported'::text, 'seeded'::text]))),
  constraint activity_subject_kind_check CHECK ((char_length(subject_kind) <= 40))
) partition by RANGE (recorded_at);

create table activity_epochs (
  epoch integer not null,
  began_at timestamp with time zone default now() not null,
  reason text not null,
  constraint activity_epochs_pkey PRIMARY KEY (epoch)
);

create table answers (
  id bigint generated always as identity not null,
  question_id bigint not null,
  author_id bigint not null,
  body text not null,
  html text not null,
  created_at timestamp with time zone default now() not null,
  edited_at timestamp with time zone,
  edit_count integer default 0 not null,
  thanks_count integer default 0 not null,
  worked_count integer default 0 not null,
  comment_count integer default 0 not null,
  confirmed_at timestamp with time zone,
  verified_at timestamp with time zone,
  outdated_at timestamp with time zone,
  usefulness integer generated always as (((((thanks_count + (3 * worked_count)) +
CASE
    WHEN (confirmed_at IS NULL) THEN 0
    ELSE 1000
END) +
CASE
    WHEN (verified_at IS NULL) THEN 0
    ELSE 500
END) -
CASE
    WHEN (outdated_at IS NULL) THEN 0
    ELSE 2000
END)) stored not null,
  hidden_at timestamp with time zone,
  hidden_by_id bigint,
  hidden_reason text,
  deleted_at timestamp with time zone,
  deleted_by_id bigint,
  constraint answers_pkey PRIMARY KEY (id),
  constraint answers_body_check CHECK ((octet_length(body) <= 65536)),
  constraint answers_comment_count_check CHECK ((comment_count >= 0)),
  constraint answers_hidden_reason_check CHECK ((char_length(hidden_reason) <= 2000)),
  constraint answers_thanks_count_check CHECK ((thanks_count >= 0)),
  constraint answers_worked_count_check CHECK ((worked_count >= 0)),
  constraint answers_author_id_fkey FOREIGN KEY (author_id) REFERENCES members(id),
  constraint answers_deleted_by_id_fkey FOREIGN KEY (deleted_by_id) REFERENCES members(id),
  constraint answers_hidden_by_id_fkey FOREIGN KEY (hidden_by_id) REFERENCES members(id),
  constraint answers_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id)
);

create table api_keys (
  id bigint generated always as identity not null,
  member_id bigint not null,
  key_hash text not null,
  name text default ''::text not null,
  scopes text[] not null,
  created_at timestamp with time zone default now() not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_keys_pkey PRIMARY KEY (id),
  constraint api_keys_key_hash_key UNIQUE (key_hash),
  constraint api_keys_name_check CHECK ((char_length(name) <= 60)),
  constraint api_keys_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);

create table attachments (
  id bigint generated always as identity not null,
  owner_id bigint,
  content_hash text not null,
  name text not null,
  mime text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  alt text default ''::text not null,
  purpose text not null,
  subject_kind text,
  subject_id bigint,
  question_id bigint,
  created_at timestamp with time zone default now() not null,
  constraint attachments_pkey PRIMARY KEY (id),
  constraint attachments_alt_check CHECK ((char_length(alt) <= 400)),
  constraint attachments_bytes_check CHECK ((bytes > 0)),
  constraint attachments_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint attachments_height_check CHECK ((height > 0)),
  constraint attachments_mime_check CHECK ((char_length(mime) <= 60)),
  constraint attachments_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  constraint attachments_purpose_check CHECK ((purpose = ANY (ARRAY['body'::text, 'avatar'::text, 'logo'::text]))),
  constraint attachments_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['question'::text, 'answer'::text, 'comment'::text]))),
  constraint attachments_width_check CHECK ((width > 0)),
  constraint attachments_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES members(id)
);

create table auth_accounts (
  id text not null,
  user_id text not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint auth_accounts_pkey PRIMARY KEY (id),
  constraint auth_accounts_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint auth_accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users(id) ON DELETE CASCADE
);

create table auth_email_changes (
  account_id text not null,
  new_email citext not null,
  old_hash text not null,
  new_hash text not null,
  old_confirmed_at timestamp with time zone,
  new_confirmed_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  constraint auth_email_changes_pkey PRIMARY KEY (account_id),
  constraint auth_email_changes_new_hash_key UNIQUE (new_hash),
  constraint auth_email_changes_old_hash_key UNIQUE (old_hash),
  constraint auth_email_changes_new_email_check CHECK ((char_length((new_email)::text) <= 254)),
  constraint auth_email_changes_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth_users(id) ON DELETE CASCADE
);

create table auth_sessions (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint auth_sessions_pkey PRIMARY KEY (id),
  constraint auth_sessions_token_key UNIQUE (token),
  constraint auth_sessions_ip_address_check CHECK ((char_length(ip_address) <= 64)),
  constraint auth_sessions_user_agent_check CHECK ((char_length(user_agent) <= 512)),
  constraint auth_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users(id) ON DELETE CASCADE
);

create table auth_users (
  id text not null,
  name text not null,
  email citext not null,
  email_verified boolean default false not null,
  image text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint auth_users_pkey PRIMARY KEY (id),
  constraint auth_users_email_key UNIQUE (email),
  constraint auth_users_email_check CHECK ((char_length((email)::text) <= 254))
);

create table auth_verifications (
  id text not null,
  identifier text not null,
  value text not null,
  tries smallint default 0 not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint auth_verifications_pkey PRIMARY KEY (id),
  constraint auth_verifications_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
);

create table board_members (
  board_id bigint not null,
  member_id bigint not null,
  added_by_id bigint,
  added_at timestamp with time zone default now() not null,
  constraint board_members_pkey PRIMARY KEY (board_id, member_id),
  constraint board_members_added_by_id_fkey FOREIGN KEY (added_by_id) REFERENCES members(id),
  constraint board_members_board_id_fkey FOREIGN KEY (board_id) REFERENCES boards(id) ON DELETE CASCADE,
  constraint board_members_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);

create table board_prompts (
  id bigint generated always as identity not null,
  board_id bigint not null,
  "position" integer not null,
  label text not null,
  label_en text,
  hint text default ''::text not null,
  hint_en text,
  kind text not null,
  is_required boolean default false not null,
  constraint board_prompts_pkey PRIMARY KEY (id),
  constraint board_prompts_board_id_position_key UNIQUE (board_id, "position") DEFERRABLE INITIALLY DEFERRED,
  constraint board_prompts_hint_check CHECK ((char_length(hint) <= 200)),
  constraint board_prompts_hint_en_check CHECK (((char_length(hint_en) >= 1) AND (char_length(hint_en) <= 200))),
  constraint board_prompts_kind_check CHECK ((kind = ANY (ARRAY['line'::text, 'text'::text]))),
  constraint board_prompts_label_check CHECK (((char_length(label) >= 1) AND (char_length(label) <= 120))),
  constraint board_prompts_label_en_check CHECK (((char_length(label_en) >= 1) AND (char_length(label_en) <= 120))),
  constraint board_prompts_position_check CHECK ((("position" >= 1) AND ("position" <= 5))),
  constraint board_prompts_board_id_fkey FOREIGN KEY (board_id) REFERENCES boards(id) ON DELETE CASCADE
);

create table boards (
  id bigint generated always as identity not null,
  slug text not null,
  name text not null,
  name_en text,
  description text default ''::text not null,
  description_en text,
  access text default 'everyone'::text not null,
  "position" integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  archived_at timestamp with time zone,
  guidance text default ''::text not null,
  guidance_en text,
  constraint boards_pkey PRIMARY KEY (id),
  constraint boards_slug_key UNIQUE (slug),
  constraint boards_access_check CHECK ((access = ANY (ARRAY['everyone'::text, 'members'::text, 'listed'::text]))),
  constraint boards_description_check CHECK ((char_length(description) <= 400)),
  constraint boards_description_en_check CHECK ((char_length(description_en) <= 400)),
  constraint boards_guidance_check CHECK ((char_length(guidance) <= 300)),
  constraint boards_guidance_en_check CHECK (((char_length(guidance_en) >= 1) AND (char_length(guidance_en) <= 300))),
  constraint boards_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60))),
  constraint boards_name_en_check CHECK (((char_length(name_en) >= 1) AND (char_length(name_en) <= 60))),
  constraint boards_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,59}$'::text))
);

create table brand (
  id integer default 1 not null,
  name text not null,
  hue integer default 158 not null,
  logo_id bigint,
  address_form text default 'je'::text not null,
  language text default 'nl'::text not null,
  zone text default 'Europe/Amsterdam'::text not null,
  customer_number_pattern text,
  community_confirmations integer default 3 not null,
  revision integer default 1 not null,
  founded_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint brand_pkey PRIMARY KEY (id),
  constraint brand_address_form_check CHECK ((address_form = ANY (ARRAY['je'::text, 'u'::text]))),
  constraint brand_community_confirmations_check CHECK (((community_confirmations >= 1) AND (community_confirmations <= 20))),
  constraint brand_customer_number_pattern_check CHECK ((char_length(customer_number_pattern) <= 100)),
  constraint brand_hue_check CHECK (((hue >= 0) AND (hue <= 359))),
  constraint brand_id_check CHECK ((id = 1)),
  constraint brand_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint brand_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60))),
  constraint brand_zone_check CHECK ((char_length(zone) <= 60)),
  constraint brand_logo_id_fkey FOREIGN KEY (logo_id) REFERENCES attachments(id) ON DELETE SET NULL
);

create table comments (
  id bigint generated always as identity not null,
  question_id bigint not null,
  answer_id bigint,
  author_id bigint not null,
  body text not null,
  html text not null,
  created_at timestamp with time zone default now() not null,
  edited_at timestamp with time zone,
  edit_count integer default 0 not null,
  hidden_at timestamp with time zone,
  hidden_by_id bigint,
  hidden_reason text,
  deleted_at timestamp with time zone,
  deleted_by_id bigint,
  constraint comments_pkey PRIMARY KEY (id),
  constraint comments_body_check CHECK ((octet_length(body) <= 8192)),
  constraint comments_hidden_reason_check CHECK ((char_length(hidden_reason) <= 2000)),
  constraint comments_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES answers(id),
  constraint comments_author_id_fkey FOREIGN KEY (author_id) REFERENCES members(id),
  constraint comments_deleted_by_id_fkey FOREIGN KEY (deleted_by_id) REFERENCES members(id),
  constraint comments_hidden_by_id_fkey FOREIGN KEY (hidden_by_id) REFERENCES members(id),
  constraint comments_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id)
);

create table daily_reads (
  day date not null,
  sessions integer default 0 not null,
  views integer default 0 not null,
  shown integer default 0 not null,
  opened integer default 0 not null,
  helped integer default 0 not null,
  not_helped integer default 0 not null,
  constraint daily_reads_pkey PRIMARY KEY (day)
);

create table decisions (
  id bigint generated always as identity not null,
  kind text not null,
  subject_kind text not null,
  subject_id bigint not null,
  question_id bigint,
  affected_id bigint not null,
  made_by_id bigint not null,
  reason text not null,
  made_at timestamp with time zone default now() not null,
  constraint decisions_pkey PRIMARY KEY (id),
  constraint decisions_kind_check CHECK ((kind = ANY (ARRAY['hide'::text, 'restore'::text, 'move'::text, 'close'::text, 'reopen'::text, 'merge'::text, 'mark-duplicate'::text, 'block'::text, 'unblock'::text]))),
  constraint decisions_reason_check CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 2000))),
  constraint decisions_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['question'::text, 'answer'::text, 'comment'::text, 'member'::text]))),
  constraint decisions_affected_id_fkey FOREIGN KEY (affected_id) REFERENCES members(id),
  constraint decisions_made_by_id_fkey FOREIGN KEY (made_by_id) REFERENCES members(id)
);

create table deed_keys (
  holder text not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  answer jsonb not null,
  created_at timestamp with time zone default now() not null,
  constraint deed_keys_pkey PRIMARY KEY (holder, key),
  constraint deed_keys_holder_check CHECK ((char_length(holder) <= 80)),
  constraint deed_keys_key_check CHECK (((char_length(key) >= 1) AND (char_length(key) <= 255)))
);

create table drafts (
  id bigint generated always as identity not null,
  member_id bigint,
  visitor_hash text,
  place text not null,
  fields jsonb not null,
  updated_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  constraint drafts_pkey PRIMARY KEY (id),
  constraint drafts_member_id_place_key UNIQUE (member_id, place),
  constraint drafts_visitor_hash_place_key UNIQUE (visitor_hash, place),
  constraint drafts_check CHECK (((member_id IS NULL) <> (visitor_hash IS NULL))),
  constraint drafts_fields_check CHECK ((octet_length((fields)::text) <= 262144)),
  constraint drafts_place_check CHECK ((char_length(place) <= 80)),
  constraint drafts_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);

create table duplicate_proposals (
  id bigint generated always as identity not null,
  question_id bigint not null,
  of_id bigint not null,
  proposed_by_id bigint not null,
  reason text,
  proposed_at timestamp with time zone default now() not null,
  outcome text,
  settled_at timestamp with time zone,
  settled_by_id bigint,
  rejection_reason text,
  constraint duplicate_proposals_pkey PRIMARY KEY (id),
  constraint duplicate_proposals_check CHECK ((question_id <> of_id)),
  constraint duplicate_proposals_check1 CHECK (((outcome IS NULL) = (settled_at IS NULL))),
  constraint duplicate_proposals_check2 CHECK (((NOT (outcome IS DISTINCT FROM 'rejected'::text)) = (rejection_reason IS NOT NULL))),
  constraint duplicate_proposals_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'rejected'::text, 'lapsed'::text]))),
  constraint duplicate_proposals_reason_check CHECK (((octet_length(reason) >= 1) AND (octet_length(reason) <= 8192))),
  constraint duplicate_proposals_rejection_reason_check CHECK (((char_length(rejection_reason) >= 1) AND (char_length(rejection_reason) <= 2000))),
  constraint duplicate_proposals_of_id_fkey FOREIGN KEY (of_id) REFERENCES questions(id),
  constraint duplicate_proposals_proposed_by_id_fkey FOREIGN KEY (proposed_by_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint duplicate_proposals_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id),
  constraint duplicate_proposals_settled_by_id_fkey FOREIGN KEY (settled_by_id) REFERENCES members(id)
);

create table findable (
  kind text not null,
  subject_id bigint not null,
  board_id bigint not null,
  product_id bigint,
  state text not null,
  standing real not null,
  worth real not null,
  created_at timestamp with time zone not null,
  language text not null,
  title text not null,
  title_document tsvector not null,
  document tsvector not null,
  words text[] default '{}'::text[] not null,
  constraint findable_pkey PRIMARY KEY (kind, subject_id),
  constraint findable_kind_check CHECK ((kind = 'question'::text)),
  constraint findable_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint findable_board_id_fkey FOREIGN KEY (board_id) REFERENCES boards(id),
  constraint findable_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id)
);

create table findable_similar (
  kind text not null,
  subject_id bigint not null,
  similar_ids bigint[] not null,
  constraint findable_similar_pkey PRIMARY KEY (kind, subject_id),
  constraint findable_similar_kind_subject_id_fkey FOREIGN KEY (kind, subject_id) REFERENCES findable(kind, subject_id) ON DELETE CASCADE
);

create table findable_texts (
  kind text not null,
  subject_id bigint not null,
  title_words smallint not null,
  places tsvector not null,
  beginning text not null,
  best text default ''::text not null,
  constraint findable_texts_pkey PRIMARY KEY (kind, subject_id),
  constraint findable_texts_kind_subject_id_fkey FOREIGN KEY (kind, subject_id) REFERENCES findable(kind, subject_id) ON DELETE CASCADE
);

create table follows (
  subject_kind text not null,
  subject_id bigint not null,
  member_id bigint not null,
  reason text default 'chosen'::text not null,
  followed_at timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  constraint follows_pkey PRIMARY KEY (subject_kind, subject_id, member_id),
  constraint follows_reason_check CHECK ((reason = ANY (ARRAY['chosen'::text, 'asked'::text, 'answered'::text, 'same-problem'::text]))),
  constraint follows_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['question'::text, 'board'::text, 'tag'::text, 'product'::text]))),
  constraint follows_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);

create table import_tallies (
  source text not null,
  post_key text not null,
  up_votes integer default 0 not null,
  down_votes integer default 0 not null,
  accepted_at timestamp with time zone,
  constraint import_tallies_pkey PRIMARY KEY (source, post_key)
);

create table imported_things (
  source text not null,
  kind text not null,
  source_key text not null,
  thing_id bigint not null,
  credit jsonb,
  starting_count integer default 0 not null,
  constraint imported_things_pkey PRIMARY KEY (source, kind, source_key),
  constraint imported_things_kind_check CHECK ((char_length(kind) <= 40)),
  constraint imported_things_source_check CHECK ((char_length(source) <= 80)),
  constraint imported_things_source_key_check CHECK ((char_length(source_key) <= 80)),
  constraint imported_things_starting_count_check CHECK ((starting_count >= 0))
);

create table imports (
  source text not null,
  site text,
  board_id bigint not null,
  began_at timestamp with time zone default now() not null,
  finished_at timestamp with time zone,
  constraint imports_pkey PRIMARY KEY (source),
  constraint imports_site_check CHECK ((char_length(site) <= 120)),
  constraint imports_source_check CHECK (((char_length(source) >= 1) AND (char_length(source) <= 80))),
  constraint imports_board_id_fkey FOREIGN KEY (board_id) REFERENCES boards(id)
);

create table kept_assessments (
  id bigint generated always as identity not null,
  secret_hash text not null,
  title text not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  constraint kept_assessments_pkey PRIMARY KEY (id),
  constraint kept_assessments_secret_hash_key UNIQUE (secret_hash),
  constraint kept_assessments_check CHECK ((expires_at > created_at)),
  constraint kept_assessments_secret_hash_check CHECK ((char_length(secret_hash) = 43)),
  constraint kept_assessments_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 120)))
);

create table lexicon (
  word text collate "C" not null,
  nl text collate "C",
  en text collate "C",
  nl_backwards text collate "C" generated always as (reverse(nl)) stored,
  constraint lexicon_pkey PRIMARY KEY (word),
  constraint lexicon_word_check CHECK (((char_length(word) >= 3) AND (char_length(word) <= 40)))
);

create table lexicon_boards (
  word text collate "C" not null,
  board_id bigint not null,
  documents integer not null,
  constraint lexicon_boards_pkey PRIMARY KEY (word, board_id),
  constraint lexicon_boards_documents_check CHECK ((documents >= 0)),
  constraint lexicon_boards_board_id_fkey FOREIGN KEY (board_id) REFERENCES boards(id) ON DELETE CASCADE,
  constraint lexicon_boards_word_fkey FOREIGN KEY (word) REFERENCES lexicon(word) ON DELETE CASCADE
);

create table listener_positions (
  listener text not null,
  epoch integer not null,
  xid xid8 not null,
  id bigint not null,
  moved_at timestamp with time zone default now() not null,
  failures integer default 0 not null,
  retry_at timestamp with time zone,
  failure text,
  constraint listener_positions_pkey PRIMARY KEY (listener),
  constraint listener_positions_failure_check CHECK ((char_length(failure) <= 4000)),
  constraint listener_positions_listener_check CHECK ((char_length(listener) <= 80))
);

create table marks (
  id bigint generated always as identity not null,
  kind text not null,
  question_id bigint not null,
  answer_id bigint,
  member_id bigint not null,
  product_id bigint,
  version_id bigint,
  note text,
  made_at timestamp with time zone default now() not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by_id bigint,
  constraint marks_pkey PRIMARY KEY (id),
  constraint marks_check CHECK ((((kind = ANY (ARRAY['confirmed'::text, 'worked'::text, 'verified'::text])) = (answer_id IS NOT NULL)) OR (kind = 'outdated'::text))),
  constraint marks_kind_check CHECK ((kind = ANY (ARRAY['confirmed'::text, 'worked'::text, 'verified'::text, 'outdated'::text, 'not-solved'::text, 'escalated'::text, 'duplicate'::text]))),
  constraint marks_note_check CHECK ((char_length(note) <= 2000)),
  constraint marks_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES answers(id),
  constraint marks_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id),
  constraint marks_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id),
  constraint marks_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id),
  constraint marks_version_id_fkey FOREIGN KEY (version_id) REFERENCES product_versions(id),
  constraint marks_withdrawn_by_id_fkey FOREIGN KEY (withdrawn_by_id) REFERENCES members(id)
);

create table member_products (
  member_id bigint not null,
  product_id bigint not null,
  version_id bigint,
  constraint member_products_pkey PRIMARY KEY (member_id, product_id),
  constraint member_products_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint member_products_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id) ON DELETE CASCADE,
  constraint member_products_version_id_fkey FOREIGN KEY (version_id) REFERENCES product_versions(id) ON DELETE SET NULL
);

create table member_roles (
  member_id bigint not null,
  role text not null,
  granted_by_id bigint,
  granted_at timestamp with time zone default now() not null,
  constraint member_roles_pkey PRIMARY KEY (member_id, role),
  constraint member_roles_role_check CHECK ((role = ANY (ARRAY['moderator'::text, 'editor'::text, 'manager'::text, 'director'::text, 'administrator'::text]))),
  constraint member_roles_granted_by_id_fkey FOREIGN KEY (granted_by_id) REFERENCES members(id),
  constraint member_roles_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);

create table members (
  id bigint generated always as identity not null,
  account_id text,
  handle citext not null,
  name text not null,
  about text default ''::text not null,
  interests text[] default '{}'::text[] not null,
  language text,
  avatar_id bigint,
  staff_title text,
  expert_title text,
  expert_reason text,
  question_count integer default 0 not null,
  answer_count integer default 0 not null,
  confirmed_count integer default 0 not null,
  thanks_count integer default 0 not null,
  unread_notice_count integer default 0 not null,
  joined_at timestamp with time zone default now() not null,
  seen_at timestamp with time zone,
  blocked_at timestamp with time zone,
  blocked_by_id bigint,
  blocked_reason text,
  constraint members_pkey PRIMARY KEY (id),
  constraint members_account_id_key UNIQUE (account_id),
  constraint members_handle_key UNIQUE (handle),
  constraint members_about_check CHECK ((char_length(about) <= 2000)),
  constraint members_answer_count_check CHECK ((answer_count >= 0)),
  constraint members_blocked_reason_check CHECK ((char_length(blocked_reason) <= 2000)),
  constraint members_confirmed_count_check CHECK ((confirmed_count >= 0)),
  constraint members_expert_reason_check CHECK (((char_length(expert_reason) >= 1) AND (char_length(expert_reason) <= 200))),
  constraint members_expert_title_check CHECK (((char_length(expert_title) >= 1) AND (char_length(expert_title) <= 60))),
  constraint members_handle_check CHECK ((handle OPERATOR(~) '^[a-z0-9][a-z0-9_-]{1,29}$'::citext)),
  constraint members_interests_check CHECK ((cardinality(interests) <= 12)),
  constraint members_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint members_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60))),
  constraint members_question_count_check CHECK ((question_count >= 0)),
  constraint members_staff_title_check CHECK (((char_length(staff_title) >= 1) AND (char_length(staff_title) <= 60))),
  constraint members_thanks_count_check CHECK ((thanks_count >= 0)),
  constraint members_unread_notice_count_check CHECK ((unread_notice_count >= 0)),
  constraint members_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth_users(id) ON DELETE SET NULL,
  constraint members_avatar_id_fkey FOREIGN KEY (avatar_id) REFERENCES attachments(id) ON DELETE SET NULL,
  constraint members_blocked_by_id_fkey FOREIGN KEY (blocked_by_id) REFERENCES members(id)
);

create table notice_preferences (
  member_id bigint not null,
  kind text not null,
  mail text not null,
  changed_at timestamp with time zone default now() not null,
  constraint notice_preferences_pkey PRIMARY KEY (member_id, kind),
  constraint notice_preferences_kind_check CHECK ((char_length(kind) <= 60)),
  constraint notice_preferences_mail_check CHECK ((mail = ANY (ARRAY['on'::text, 'off'::text]))),
  constraint notice_preferences_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);

create table notices (
  id bigint generated always as identity not null,
  member_id bigint not null,
  kind text not null,
  happening text not null,
  question_id bigint,
  answer_id bigint,
  comment_id bigint,
  actor_id bigint,
  facts jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  read_at timestamp with time zone,
  mailed_at timestamp with time zone,
  constraint notices_pkey PRIMARY KEY (id),
  constraint notices_member_id_happening_key UNIQUE (member_id, happening),
  constraint notices_happening_check CHECK ((char_length(happening) <= 120)),
  constraint notices_kind_check CHECK ((char_length(kind) <= 60)),
  constraint notices_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES members(id),
  constraint notices_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);

create table old_addresses (
  path text not null,
  target text not null,
  created_at timestamp with time zone default now() not null,
  constraint old_addresses_pkey PRIMARY KEY (path),
  constraint old_addresses_path_check CHECK ((char_length(path) <= 400)),
  constraint old_addresses_target_check CHECK ((char_length(target) <= 400))
);

create table outcome_reminders (
  question_id bigint not null,
  nth integer not null,
  sent_at timestamp with time zone default now() not null,
  constraint outcome_reminders_pkey PRIMARY KEY (question_id, nth),
  constraint outcome_reminders_nth_check CHECK ((nth = ANY (ARRAY[1, 2]))),
  constraint outcome_reminders_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id) ON DELETE CASCADE
);

create table outgoing_mails (
  id bigint generated always as identity not null,
  message_key text not null,
  member_id bigint,
  kind text not null,
  to_address text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  headers jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  constraint outgoing_mails_pkey PRIMARY KEY (id),
  constraint outgoing_mails_message_key_key UNIQUE (message_key),
  constraint outgoing_mails_failure_check CHECK ((char_length(failure) <= 2000)),
  constraint outgoing_mails_html_body_check CHECK ((char_length(html_body) <= 400000)),
  constraint outgoing_mails_kind_check CHECK ((char_length(kind) <= 60)),
  constraint outgoing_mails_message_key_check CHECK ((char_length(message_key) <= 200)),
  constraint outgoing_mails_subject_check CHECK ((char_length(subject) <= 400)),
  constraint outgoing_mails_text_body_check CHECK ((char_length(text_body) <= 200000)),
  constraint outgoing_mails_to_address_check CHECK ((char_length(to_address) <= 254))
);

create table parked_activity (
  id bigint generated always as identity not null,
  listener text not null,
  activity_id bigint not null,
  activity_recorded_at timestamp with time zone not null,
  failure text not null,
  parked_at timestamp with time zone default now() not null,
  constraint parked_activity_pkey PRIMARY KEY (id),
  constraint parked_activity_listener_activity_id_key UNIQUE (listener, activity_id),
  constraint parked_activity_failure_check CHECK ((char_length(failure) <= 4000))
);

create table product_versions (
  id bigint generated always as identity not null,
  product_id bigint not null,
  name text not null,
  "position" integer default 0 not null,
  constraint product_versions_pkey PRIMARY KEY (id),
  constraint product_versions_product_id_name_key UNIQUE (product_id, name),
  constraint product_versions_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 40))),
  constraint product_versions_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id) ON DELETE CASCADE
);

create table products (
  id bigint generated always as identity not null,
  slug text not null,
  name text not null,
  "position" integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  archived_at timestamp with time zone,
  constraint products_pkey PRIMARY KEY (id),
  constraint products_slug_key UNIQUE (slug),
  constraint products_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
  constraint products_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,59}$'::text))
);

create table question_reads (
  question_id bigint not null,
  day date not null,
  views integer default 0 not null,
  constraint question_reads_pkey PRIMARY KEY (question_id, day),
  constraint question_reads_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id) ON DELETE CASCADE
);

create table question_tags (
  question_id bigint not null,
  tag_id bigint not null,
  constraint question_tags_pkey PRIMARY KEY (question_id, tag_id),
  constraint question_tags_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id) ON DELETE CASCADE,
  constraint question_tags_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tags(id)
);

create table questions (
  id bigint generated always as identity not null,
  board_id bigint not null,
  product_id bigint,
  version_id bigint,
  author_id bigint not null,
  title text not null,
  slug text not null,
  body text not null,
  html text not null,
  language text default 'nl'::text not null,
  state text default 'new'::text not null,
  best_answer_id bigint,
  duplicate_of_id bigint,
  merged_into_id bigint,
  answer_count integer default 0 not null,
  comment_count integer default 0 not null,
  same_count integer default 0 not null,
  view_count integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  moved_up_at timestamp with time zone default now() not null,
  last_answer_at timestamp with time zone,
  last_answer_by_id bigint,
  first_answer_at timestamp with time zone,
  solved_at timestamp with time zone,
  edited_at timestamp with time zone,
  edit_count integer default 0 not null,
  closed_at timestamp with time zone,
  closed_by_id bigint,
  closed_reason text,
  hidden_at timestamp with time zone,
  hidden_by_id bigint,
  hidden_reason text,
  deleted_at timestamp with time zone,
  deleted_by_id bigint,
  constraint questions_pkey PRIMARY KEY (id),
  constraint questions_answer_count_check CHECK ((answer_count >= 0)),
  constraint questions_body_check CHECK ((octet_length(body) <= 65536)),
  constraint questions_check CHECK ((duplicate_of_id <> id)),
  constraint questions_check1 CHECK ((merged_into_id <> id)),
  constraint questions_closed_reason_check CHECK ((char_length(closed_reason) <= 2000)),
  constraint questions_comment_count_check CHECK ((comment_count >= 0)),
  constraint questions_hidden_reason_check CHECK ((char_length(hidden_reason) <= 2000)),
  constraint questions_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint questions_same_count_check CHECK ((same_count >= 0)),
  constraint questions_slug_check CHECK ((slug ~ '^[a-z0-9-]{1,80}$'::text)),
  constraint questions_state_check CHECK ((state = ANY (ARRAY['duplicate'::text, 'escalated'::text, 'outdated'::text, 'not-solved'::text, 'confirmed'::text, 'brand-verified'::text, 'community-confirmed'::text, 'answered'::text, 'new'::text]))),
  constraint questions_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200))),
  constraint questions_view_count_check CHECK ((view_count >= 0)),
  constraint questions_author_id_fkey FOREIGN KEY (author_id) REFERENCES members(id),
  constraint questions_best_answer_id_fkey FOREIGN KEY (best_answer_id) REFERENCES answers(id),
  constraint questions_board_id_fkey FOREIGN KEY (board_id) REFERENCES boards(id),
  constraint questions_closed_by_id_fkey FOREIGN KEY (closed_by_id) REFERENCES members(id),
  constraint questions_deleted_by_id_fkey FOREIGN KEY (deleted_by_id) REFERENCES members(id),
  constraint questions_duplicate_of_id_fkey FOREIGN KEY (duplicate_of_id) REFERENCES questions(id),
  constraint questions_hidden_by_id_fkey FOREIGN KEY (hidden_by_id) REFERENCES members(id),
  constraint questions_last_answer_by_id_fkey FOREIGN KEY (last_answer_by_id) REFERENCES members(id),
  constraint questions_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES questions(id),
  constraint questions_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id),
  constraint questions_version_id_fkey FOREIGN KEY (version_id) REFERENCES product_versions(id)
);

create table rate_limits (
  key character varying(255) not null,
  points integer default 0 not null,
  expire bigint,
  constraint rate_limits_pkey PRIMARY KEY (key)
);

create table reading_days (
  day date not null,
  salt text not null,
  constraint reading_days_pkey PRIMARY KEY (day)
);

create table reads_today (
  day date not null,
  reader_hash text not null,
  question_id bigint not null,
  first_read_at timestamp with time zone default now() not null,
  constraint reads_today_pkey PRIMARY KEY (day, reader_hash, question_id)
);

create table respondents (
  id bigint generated always as identity not null,
  assessment_id bigint not null,
  name text not null,
  answers jsonb default '{}'::jsonb not null,
  answered_at timestamp with time zone default now() not null,
  constraint respondents_pkey PRIMARY KEY (id),
  constraint respondents_assessment_id_name_key UNIQUE (assessment_id, name),
  constraint respondents_answers_check CHECK ((octet_length((answers)::text) <= 32768)),
  constraint respondents_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60))),
  constraint respondents_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES kept_assessments(id) ON DELETE CASCADE
);

create table revisions (
  id bigint generated always as identity not null,
  subject_kind text not null,
  subject_id bigint not null,
  question_id bigint not null,
  title text,
  body text not null,
  editor_id bigint not null,
  written_at timestamp with time zone not null,
  replaced_at timestamp with time zone default now() not null,
  constraint revisions_pkey PRIMARY KEY (id),
  constraint revisions_body_check CHECK ((octet_length(body) <= 65536)),
  constraint revisions_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['question'::text, 'answer'::text, 'comment'::text]))),
  constraint revisions_title_check CHECK ((char_length(title) <= 200)),
  constraint revisions_editor_id_fkey FOREIGN KEY (editor_id) REFERENCES members(id)
);

create table same_problems (
  question_id bigint not null,
  member_id bigint not null,
  said_at timestamp with time zone default now() not null,
  constraint same_problems_pkey PRIMARY KEY (question_id, member_id),
  constraint same_problems_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint same_problems_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id) ON DELETE CASCADE
);

create table seedings (
  name text not null,
  seeded_at timestamp with time zone not null,
  constraint seedings_pkey PRIMARY KEY (name),
  constraint seedings_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 40)))
);

create table tags (
  id bigint generated always as identity not null,
  slug text not null,
  name text not null,
  question_count integer default 0 not null,
  created_at timestamp with time zone default now() not null,
  constraint tags_pkey PRIMARY KEY (id),
  constraint tags_slug_key UNIQUE (slug),
  constraint tags_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 40))),
  constraint tags_question_count_check CHECK ((question_count >= 0)),
  constraint tags_slug_check CHECK ((slug ~ '^[[:alnum:]][[:alnum:].+#-]{0,39}$'::text))
);

create table thanks (
  subject_kind text not null,
  subject_id bigint not null,
  member_id bigint not null,
  given_at timestamp with time zone default now() not null,
  constraint thanks_pkey PRIMARY KEY (subject_kind, subject_id, member_id),
  constraint thanks_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['question'::text, 'answer'::text, 'comment'::text]))),
  constraint thanks_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);


-- Indexes

CREATE INDEX activity_kind_idx ON ONLY activity USING btree (kind, occurred_at);
CREATE INDEX activity_order_idx ON ONLY activity USING btree (epoch, xid, id);
CREATE INDEX activity_question_idx ON ONLY activity USING btree (question_id, kind) WHERE (question_id IS NOT NULL);
CREATE INDEX answers_author_idx ON answers USING btree (author_id, created_at DESC);
CREATE INDEX answers_time_idx ON answers USING btree (question_id, created_at, id);
CREATE INDEX answers_useful_idx ON answers USING btree (question_id, usefulness DESC, id);
CREATE INDEX attachments_owner_idx ON attachments USING btree (owner_id, created_at);
CREATE INDEX attachments_question_idx ON attachments USING btree (question_id);
CREATE INDEX auth_accounts_user_idx ON auth_accounts USING btree (user_id);
CREATE INDEX auth_sessions_user_idx ON auth_sessions USING btree (user_id);
CREATE INDEX auth_verifications_identifier_idx ON auth_verifications USING btree (identifier);
CREATE UNIQUE INDEX auth_verifications_newest_idx ON auth_verifications USING btree (identifier) WHERE (identifier ~~ 'onderling:%'::text);
CREATE INDEX auth_verifications_value_idx ON auth_verifications USING hash (value);
CREATE INDEX board_members_member_idx ON board_members USING btree (member_id);
CREATE UNIQUE INDEX board_prompts_label_idx ON board_prompts USING btree (board_id, lower(label));
CREATE INDEX comments_answer_idx ON comments USING btree (answer_id, created_at, id);
CREATE INDEX comments_author_idx ON comments USING btree (author_id, created_at DESC);
CREATE INDEX comments_hidden_idx ON comments USING btree (question_id, author_id) WHERE ((hidden_at IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX comments_question_idx ON comments USING btree (question_id, created_at, id) WHERE (answer_id IS NULL);
CREATE INDEX comments_shown_idx ON comments USING btree (question_id) WHERE ((hidden_at IS NULL) AND (deleted_at IS NULL));
CREATE INDEX decisions_affected_idx ON decisions USING btree (affected_id, id DESC);
CREATE INDEX decisions_subject_idx ON decisions USING btree (subject_kind, subject_id, id DESC);
CREATE INDEX deed_keys_created_idx ON deed_keys USING btree (created_at);
CREATE INDEX drafts_expires_idx ON drafts USING btree (expires_at);
CREATE INDEX duplicate_proposals_member_idx ON duplicate_proposals USING btree (proposed_by_id, proposed_at);
CREATE UNIQUE INDEX duplicate_proposals_once_idx ON duplicate_proposals USING btree (question_id, of_id) WHERE (outcome IS NULL);
CREATE INDEX duplicate_proposals_open_idx ON duplicate_proposals USING btree (id) WHERE (outcome IS NULL);
CREATE INDEX duplicate_proposals_question_idx ON duplicate_proposals USING btree (question_id, id);
CREATE INDEX findable_document_idx ON findable USING gin (document) WITH (fastupdate=off);
CREATE INDEX findable_title_idx ON findable USING gin (title_document) WITH (fastupdate=off);
CREATE INDEX follows_member_idx ON follows USING btree (member_id, subject_kind, followed_at DESC) WHERE (ended_at IS NULL);
CREATE INDEX imported_things_thing_idx ON imported_things USING btree (kind, thing_id);
CREATE INDEX kept_assessments_expiry_idx ON kept_assessments USING btree (expires_at);
CREATE INDEX lexicon_backwards_idx ON lexicon USING btree (nl_backwards);
CREATE INDEX lexicon_en_idx ON lexicon USING btree (en);
CREATE INDEX lexicon_nl_idx ON lexicon USING btree (nl);
CREATE INDEX lexicon_trgm_idx ON lexicon USING gin (word gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX marks_answer_idx ON marks USING btree (answer_id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX marks_once_idx ON marks USING btree (question_id, kind, COALESCE(answer_id, (0)::bigint), member_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX members_handle_shape_idx ON members USING btree (translate(replace(replace(replace(replace((handle)::text, '-'::text, ''::text), 'rn'::text, 'm'::text), 'vv'::text, 'w'::text), 'cl'::text, 'd'::text), '1i05'::text, 'llos'::text));
CREATE INDEX members_handle_trgm ON members USING gin (((handle)::text) gin_trgm_ops);
CREATE INDEX members_name_trgm ON members USING gin (name gin_trgm_ops);
CREATE INDEX notices_member_idx ON notices USING btree (member_id, created_at DESC, id DESC);
CREATE INDEX notices_unread_idx ON notices USING btree (member_id) WHERE (read_at IS NULL);
CREATE INDEX outgoing_mails_created_idx ON outgoing_mails USING btree (created_at DESC);
CREATE INDEX question_tags_tag_idx ON question_tags USING btree (tag_id, question_id);
CREATE INDEX questions_alive_idx ON questions USING btree (moved_up_at DESC, id DESC) WHERE ((hidden_at IS NULL) AND (deleted_at IS NULL) AND (merged_into_id IS NULL));
CREATE INDEX questions_author_idx ON questions USING btree (author_id, created_at DESC);
CREATE INDEX questions_board_idx ON questions USING btree (board_id, moved_up_at DESC, id DESC) WHERE ((hidden_at IS NULL) AND (deleted_at IS NULL) AND (merged_into_id IS NULL));
CREATE INDEX questions_counts_idx ON questions USING btree (board_id, state) WHERE ((hidden_at IS NULL) AND (deleted_at IS NULL) AND (merged_into_id IS NULL));
CREATE INDEX questions_merged_idx ON questions USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX questions_new_idx ON questions USING btree (created_at DESC, id DESC) WHERE ((hidden_at IS NULL) AND (deleted_at IS NULL) AND (merged_into_id IS NULL));
CREATE INDEX questions_product_idx ON questions USING btree (product_id, moved_up_at DESC, id DESC) WHERE ((hidden_at IS NULL) AND (deleted_at IS NULL) AND (merged_into_id IS NULL));
CREATE INDEX questions_solved_idx ON questions USING btree (solved_at) WHERE (solved_at IS NOT NULL);
CREATE INDEX questions_state_idx ON questions USING btree (state, moved_up_at DESC, id DESC) WHERE ((hidden_at IS NULL) AND (deleted_at IS NULL) AND (merged_into_id IS NULL));
CREATE INDEX reads_today_reader_idx ON reads_today USING btree (day, reader_hash);
CREATE INDEX revisions_subject_idx ON revisions USING btree (subject_kind, subject_id, id);
CREATE INDEX same_problems_member_idx ON same_problems USING btree (member_id);
CREATE INDEX thanks_member_idx ON thanks USING btree (member_id, given_at);

-- Triggers

CREATE TRIGGER activity_append_only BEFORE DELETE OR UPDATE ON activity FOR EACH STATEMENT EXECUTE FUNCTION activity_is_append_only();
