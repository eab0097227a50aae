-- Adding all existing people of an organization (K-11, M-08): a job that goes on without its starter, and whom it is still
-- to add. It acts with the rights that its starter has at each step, by the access key that started it if one did.
create table member_addition (
    id              uuid primary key default uuidv7(),
    workspace_id    uuid not null references workspace,
    organization_id uuid not null references organization,
    starter_id      uuid not null references app_user,
    key_id          uuid,
    state           text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'CANCELLED', 'STOPPED')),
    reason          text,                        -- the code of the refusal that stopped it
    total           integer not null default 0,
    handled         integer not null default 0,
    added           integer not null default 0,
    started_at      timestamptz not null,
    ended_at        timestamptz,
    check ((state = 'STOPPED') = (reason is not null)),
    check ((state = 'RUNNING') = (ended_at is null))
);
create index member_addition_by_starter on member_addition (workspace_id, starter_id, id);

create table member_addition_person (
    addition_id uuid not null references member_addition,
    user_id     uuid not null references app_user,
    primary key (addition_id, user_id)
);
