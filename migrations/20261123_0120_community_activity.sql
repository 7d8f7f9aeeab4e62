-- Up Migration
-- What happened, append-only. Listeners read in the order (epoch, xid, id): an order by id alone would lose rows,
-- because ids are handed out before transactions commit.
create sequence activity_id_seq;
create table activity (
  id bigint not null default nextval('activity_id_seq'),
  epoch integer not null,
  xid xid8 not null default pg_current_xact_id(),
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  actor_id bigint,
  subject_kind text not null check (char_length(subject_kind) <= 40),
  subject_id bigint not null,
  question_id bigint,
  board_id bigint,
  facts jsonb not null default '{}',
  origin text not null default 'lived' check (origin in ('lived', 'imported', 'seeded')),
  occurred_at timestamptz not null default now(),
  recorded_at timestamptz not null default now(),
  primary key (recorded_at, id)
) partition by range (recorded_at);
create index activity_order_idx on activity (epoch, xid, id);
create index activity_question_idx on activity (question_id, kind) where question_id is not null;
create index activity_kind_idx on activity (kind, occurred_at);
create table activity_default partition of activity default;

create table activity_epochs (
  epoch integer primary key,
  began_at timestamptz not null default now(),
  reason text not null
);
insert into activity_epochs (epoch, reason) values (1, 'first');

create function activity_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'activity is append-only' using errcode = 'restrict_violation';
end $$;
create trigger activity_append_only before update or delete on activity
  for each statement execute function activity_is_append_only();

create table listener_positions (
  listener text primary key check (char_length(listener) <= 80),
  epoch integer not null,
  xid xid8 not null,
  id bigint not null,
  moved_at timestamptz not null default now(),
  failures integer not null default 0,
  retry_at timestamptz,
  failure text check (char_length(failure) <= 4000)
);

-- One bad piece of activity must not hold back what comes after it: after several tries it is set aside here for staff to see.
create table parked_activity (
  id bigint generated always as identity primary key,
  listener text not null,
  activity_id bigint not null,
  activity_recorded_at timestamptz not null,
  failure text not null check (char_length(failure) <= 4000),
  parked_at timestamptz not null default now(),
  unique (listener, activity_id)
);
