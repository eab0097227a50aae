-- Registrations that wait for their address to be confirmed, where a mail server is set (O-01, C-03). Nothing says here
-- whether the address has an account: that is looked up by whoever writes the mail.
create table registration (
    id            uuid primary key default uuidv7(),
    digest        bytea unique,                   -- SHA-256 of the mailed link's secret, once it was mailed
    organization  text not null check (char_length(organization) between 1 and 80),
    name          text not null check (char_length(name) between 1 and 80),
    email         text not null check (char_length(email) between 3 and 254),
    password_hash text not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null
);
create index registration_by_expiry on registration (expires_at);
