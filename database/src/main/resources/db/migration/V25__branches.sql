-- A branch starts from a version that is there, and stays there as long as the branch does.
alter table line add foreign key (parent_line_id, forked_at) references version (line_id, number);
create index line_by_fork on line (parent_line_id, forked_at) where parent_line_id is not null;
