-- Up Migration
create table brand (
  id integer primary key default 1 check (id = 1),
  name text not null check (char_length(name) between 1 and 60),
  hue integer not null default 158 check (hue between 0 and 359),
  logo_id bigint,
  address_form text not null default 'je' check (address_form in ('je', 'u')),
  language text not null default 'nl' check (language in ('nl', 'en')),
  zone text not null default 'Europe/Amsterdam' check (char_length(zone) <= 60),
  customer_number_pattern text check (char_length(customer_number_pattern) <= 100),
  community_confirmations integer not null default 3 check (community_confirmations between 1 and 20),
  revision integer not null default 1,
  founded_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table members (
  id bigint generated always as identity primary key,
  account_id text unique references auth_users (id) on delete set null,
  handle citext not null unique check (handle ~ '^[a-z0-9][a-z0-9_-]{1,29}$'),
  name text not null check (char_length(name) between 1 and 60),
  about text not null default '' check (char_length(about) <= 2000),
  interests text[] not null default '{}' check (cardinality(interests) <= 12),
  language text check (language in ('nl', 'en')),
  avatar_id bigint,
  staff_title text check (char_length(staff_title) between 1 and 60),
  expert_title text check (char_length(expert_title) between 1 and 60),
  expert_reason text check (char_length(expert_reason) between 1 and 200),
  question_count integer not null default 0 check (question_count >= 0),
  answer_count integer not null default 0 check (answer_count >= 0),
  confirmed_count integer not null default 0 check (confirmed_count >= 0),
  thanks_count integer not null default 0 check (thanks_count >= 0),
  unread_notice_count integer not null default 0 check (unread_notice_count >= 0),
  joined_at timestamptz not null default now(),
  seen_at timestamptz,
  blocked_at timestamptz,
  blocked_by_id bigint references members (id),
  blocked_reason text check (char_length(blocked_reason) <= 2000)
);
comment on column members.account_id is 'Null for a member who cannot sign in: imported and not yet claimed.';
comment on column members.staff_title is 'Null for customers; for staff the job title shown beside the name.';
-- Handles that look the same (m1ra, mira) are found by their shape: see handleShape.
create index members_handle_shape_idx on members
  (translate(replace(replace(replace(replace(handle::text, '-', ''), 'rn', 'm'), 'vv', 'w'), 'cl', 'd'), '1i05', 'llos'));
create index members_name_trgm on members using gin (name gin_trgm_ops);
create index members_handle_trgm on members using gin ((handle::text) gin_trgm_ops);

create table member_roles (
  member_id bigint not null references members (id) on delete cascade,
  role text not null check (role in ('moderator', 'editor', 'manager', 'director', 'administrator')),
  granted_by_id bigint references members (id),
  granted_at timestamptz not null default now(),
  primary key (member_id, role)
);

create table boards (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name text not null check (char_length(name) between 1 and 60),
  name_en text check (char_length(name_en) between 1 and 60),
  description text not null default '' check (char_length(description) <= 400),
  description_en text check (char_length(description_en) <= 400),
  access text not null default 'everyone' check (access in ('everyone', 'members', 'listed')),
  position integer not null default 0,
  created_at timestamptz not null default now(),
  archived_at timestamptz
);

create table board_members (
  board_id bigint not null references boards (id) on delete cascade,
  member_id bigint not null references members (id) on delete cascade,
  added_by_id bigint references members (id),
  added_at timestamptz not null default now(),
  primary key (board_id, member_id)
);
create index board_members_member_idx on board_members (member_id);

create table products (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name text not null check (char_length(name) between 1 and 80),
  position integer not null default 0,
  created_at timestamptz not null default now(),
  archived_at timestamptz
);

create table product_versions (
  id bigint generated always as identity primary key,
  product_id bigint not null references products (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 40),
  position integer not null default 0,
  unique (product_id, name)
);

create table tags (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[[:alnum:]][[:alnum:].+#-]{0,39}$'),
  name text not null check (char_length(name) between 1 and 40),
  question_count integer not null default 0 check (question_count >= 0),
  created_at timestamptz not null default now()
);

create table member_products (
  member_id bigint not null references members (id) on delete cascade,
  product_id bigint not null references products (id) on delete cascade,
  version_id bigint references product_versions (id) on delete set null,
  primary key (member_id, product_id)
);

create table attachments (
  id bigint generated always as identity primary key,
  owner_id bigint references members (id),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  name text not null check (char_length(name) between 1 and 120),
  mime text not null check (char_length(mime) <= 60),
  bytes integer not null check (bytes > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  alt text not null default '' check (char_length(alt) <= 400),
  purpose text not null check (purpose in ('body', 'avatar', 'logo')),
  subject_kind text check (subject_kind in ('question', 'answer', 'comment')),
  subject_id bigint,
  question_id bigint,
  created_at timestamptz not null default now()
);
comment on column attachments.question_id is 'The question whose visibility guards the picture; null while only its owner may see it.';
create index attachments_owner_idx on attachments (owner_id, created_at);
create index attachments_question_idx on attachments (question_id);
alter table members add foreign key (avatar_id) references attachments (id) on delete set null;
alter table brand add foreign key (logo_id) references attachments (id) on delete set null;

create table api_keys (
  id bigint generated always as identity primary key,
  member_id bigint not null references members (id) on delete cascade,
  key_hash text not null unique,
  name text not null default '' check (char_length(name) <= 60),
  scopes text[] not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
