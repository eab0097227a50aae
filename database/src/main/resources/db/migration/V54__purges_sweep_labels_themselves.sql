-- A purge of a workspace deletes all labels that were there when it began (PurgedItems): that its items let go of them need not be
-- written down, looked at and forgotten for each. What the workspace's next life lets go of meanwhile is.
create or replace function annots_let_go() returns trigger language plpgsql as $$
begin
    insert into loose_annot (annot_id)
    select distinct w.annot_id
    from went w
    where w.annot_id is not null
      and not exists (select from line l join purge p on p.workspace_id = l.workspace_id
                      where l.id = w.line_id and w.annot_id < p.annots_below);
    return null;
end $$;
