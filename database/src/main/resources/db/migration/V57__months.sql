-- What is billed by the month (A-10, C-05), in UTC: how much was stored for how long, the most that was stored at once, and
-- who was there. Kept as figures, so that they outlive what they count (A-15).

-- What is stored is metered by the database's clock, which all nodes have in common. A test says what time it is.
create function meter_now() returns timestamptz language sql volatile as $$
    select coalesce(nullif(current_setting('kontor.now', true), '') :: timestamptz, clock_timestamp())
$$;
create function month_of(at timestamptz) returns date language sql immutable as $$
    select date_trunc('month', at at time zone 'UTC') :: date
$$;
create function month_end(month date) returns timestamptz language sql immutable as $$
    select (month + interval '1 month') at time zone 'UTC'
$$;
create function byte_micros(bytes bigint, since timestamptz, until timestamptz) returns numeric language sql immutable as $$
    select case when until > since then bytes * extract(epoch from until - since) * 1000000 else 0 end
$$;

-- From when on a workspace has figures: months before are not nothing, but unknown.
alter table workspace add metered_since timestamptz not null default meter_now();

-- How long how much was stored is summed up where the sum of bytes is, which whoever changes it holds anyway: nobody waits
-- for more than before. A workspace's figure is the sum over its projects.
alter table project_storage
    add metered_at  timestamptz not null default meter_now(),   -- up to when it is summed up
    add byte_micros numeric(40) not null default 0;             -- in the month of metered_at, bytes times microseconds

-- Months that are over, project by project; written once each by whoever first changes the project after it.
create table project_month (
    workspace_id  uuid not null references workspace,
    month         date not null,
    project_id    uuid not null,
    byte_micros   numeric(40) not null,
    closing_bytes bigint not null,                -- what it stored when the month was over
    primary key (workspace_id, month, project_id)
);
-- The same of a whole workspace, added up from those by a job, and the most that it stored at once.
create table workspace_month (
    workspace_id  uuid not null references workspace,
    month         date not null,
    byte_micros   numeric(40) not null default 0,
    closing_bytes bigint not null default 0,
    peak_bytes    bigint not null default 0,
    primary key (workspace_id, month)
);
-- Who did something in it in a month, members and those who were.
create table active_member (
    workspace_id uuid not null references workspace,
    month        date not null,
    user_id      uuid not null,
    primary key (workspace_id, month, user_id)
);

create function month_metered(passed project_storage, closing bigint) returns void language sql as $$
    insert into project_month as m (workspace_id, month, project_id, byte_micros, closing_bytes)
    select passed.workspace_id, month_of(passed.metered_at), passed.project_id, passed.byte_micros, closing
    where passed.byte_micros > 0
    on conflict (workspace_id, month, project_id) do update
    set byte_micros = m.byte_micros + excluded.byte_micros, closing_bytes = excluded.closing_bytes
$$;

-- Time passes for a project: every moment of the calendar is counted once, with what was stored when the clock first came by.
-- So a clock that is set back takes nothing away, and counts nothing twice.
create function storage_passes(inout s project_storage) language plpgsql as $$
declare
    now    timestamptz := meter_now();
    border timestamptz := month_end(month_of(s.metered_at));
begin
    while border <= now loop
        s.byte_micros := s.byte_micros + byte_micros(s.bytes, s.metered_at, border);
        perform month_metered(s, s.bytes);
        s.byte_micros := 0;
        s.metered_at := border;
        border := month_end(month_of(border));
    end loop;
    s.byte_micros := s.byte_micros + byte_micros(s.bytes, s.metered_at, now);
    s.metered_at := greatest(s.metered_at, now);
end $$;

create function storage_metered() returns trigger language plpgsql as $$
declare
    passed project_storage := storage_passes(old);
begin
    new.metered_at := passed.metered_at;
    new.byte_micros := passed.byte_micros;
    return new;
end $$;
create trigger storage_metered before update of bytes, metered_at on project_storage for each row
    when (old.bytes <> new.bytes or old.metered_at <> new.metered_at) execute function storage_metered();

-- A project goes, what it stored until now does not.
create function storage_ended() returns trigger language plpgsql as $$
declare
    passed project_storage := storage_passes(old);
begin
    perform month_metered(passed, 0);
    return null;
end $$;
create trigger storage_ended after delete on project_storage for each row execute function storage_ended();

-- As before, and the peak with it: only what grows reaches one, and who grows stands here alone and knows the sum.
create or replace function storage_growth(project uuid, out workspace uuid, out named text, out plan text, out grown bigint, out open_grown bigint,
                                          out used bigint, out open_used bigint) language plpgsql as $$
begin
    select s.workspace_id, w.name, w.plan, s.grown, s.open_grown into workspace, named, plan, grown, open_grown
    from project_storage s
    join workspace w on w.id = s.workspace_id
    where s.project_id = project and s.changed_by = pg_current_xact_id();
    if grown > 0 or open_grown > 0 then
        perform pg_advisory_xact_lock(hashtextextended(workspace :: text, 3));
        select sum(s.bytes), sum(s.open_bytes) into used, open_used from project_storage s where s.workspace_id = workspace;
    end if;
    if grown > 0 then
        insert into workspace_month as m (workspace_id, month, peak_bytes) values (workspace, month_of(meter_now()), used)
        on conflict (workspace_id, month) do update set peak_bytes = excluded.peak_bytes where m.peak_bytes < excluded.peak_bytes;
    end if;
end $$;
