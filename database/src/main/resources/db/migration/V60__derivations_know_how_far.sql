-- How many items of the source that it is at were looked at: what is left of a version need not be counted by walking there.
alter table derivation add looked bigint not null default 0;

-- Those under way: all that was handled, less the sources that are done.
update derivation d
set looked = greatest(0, d.handled - (select coalesce(sum(v.items), 0) :: bigint
                                      from jsonb_array_elements(d.sources) with ordinality s(source, place)
                                      join version v on v.id = (s.source ->> 'versionId') :: uuid
                                      where s.place <= d.source))
where d.state = 'RUNNING' and d.after is not null;
