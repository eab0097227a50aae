-- Ended by whoever looks after the workspace or the project, instead of its maker.
alter table inference_reservation drop constraint inference_reservation_state_check,
    add constraint inference_reservation_state_check check (state in ('OPEN', 'SETTLED', 'EXPIRED', 'ENDED'));
