-- Only for questions about what came with a change, which say that its number is above 0. Where a path is looked up, this
-- index was taken as well, stepping over every version of the line, one after the other, as often as statistics were old.
drop index item_by_added;
create index item_by_added on item (line_id, added_in, path) where added_in > 0;
