-- Up Migration

alter table boards
  add column guidance text not null default '' check (char_length(guidance) <= 300),
  add column guidance_en text check (char_length(guidance_en) between 1 and 300);
comment on column boards.guidance is 'One line for whoever asks in this board, shown while they write.';

create table board_prompts (
  id bigint generated always as identity primary key,
  board_id bigint not null references boards (id) on delete cascade,
  position integer not null check (position between 1 and 5),
  label text not null check (char_length(label) between 1 and 120),
  label_en text check (char_length(label_en) between 1 and 120),
  hint text not null default '' check (char_length(hint) <= 200),
  hint_en text check (char_length(hint_en) between 1 and 200),
  kind text not null check (kind in ('line', 'text')),
  is_required boolean not null default false,
  unique (board_id, position) deferrable initially deferred
);
comment on table board_prompts is 'What an asker in this board is asked besides title and text; the answers become part of the text.';
create unique index board_prompts_label_idx on board_prompts (board_id, lower(label));
