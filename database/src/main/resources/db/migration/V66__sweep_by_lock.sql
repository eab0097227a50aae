-- Objects that a sweep is taking away: whoever was about to refer to one finds it here, and sends its bytes again. Which of
-- both came first is told by a lock, never by a clock.
create table swept_object (
    object_id uuid primary key,
    swept_at  timestamptz not null default clock_timestamp()
);
