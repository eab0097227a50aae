-- Files that models infer labels for, counted against the plan (A-12, O-20): reserved beforehand, and what is not used given back.

-- Of a workspace on a plan. Whoever reserves, reports or gives back holds its row until the transaction ends.
create table inference_use (
    workspace_id uuid not null references workspace,
    plan         text not null check (plan in ('TRIAL', 'ENTERPRISE')),
    inferred     bigint not null default 0 check (inferred >= 0),   -- for good
    reserved     bigint not null default 0 check (reserved >= 0),   -- held by open reservations, and not inferred yet
    primary key (workspace_id, plan)
);

create table inference_reservation (
    id           uuid primary key default uuidv7(),
    workspace_id uuid not null references workspace,
    plan         text not null,                   -- on which it counts, also if the workspace has another one by now
    dataset_id   uuid not null,                   -- which may be gone
    dataset      text not null,                   -- its name when it was made
    user_id      uuid not null references app_user,
    files        integer not null check (files > 0),
    inferred     integer not null default 0 check (inferred between 0 and files),
    state        text not null default 'OPEN' check (state in ('OPEN', 'SETTLED', 'EXPIRED')),
    reserved_at  timestamptz not null,
    expires_at   timestamptz not null,            -- if nothing is heard of it
    closed_at    timestamptz,
    foreign key (workspace_id, plan) references inference_use
);
create index inference_reservation_by_workspace on inference_reservation (workspace_id, id);
create index inference_reservation_by_dataset on inference_reservation (dataset_id, id);
create index inference_reservation_by_expiry on inference_reservation (expires_at) where state = 'OPEN';

-- What was inferred in a month, for the bill; it outlives the reservations (A-15).
create table inference_month (
    workspace_id uuid not null references workspace,
    month        date not null,
    files        bigint not null,
    primary key (workspace_id, month)
);
