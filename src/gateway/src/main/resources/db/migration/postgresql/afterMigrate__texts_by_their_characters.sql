-- Done whenever the migrations are, so that a new column needs no thought: texts are compared and sorted by the numbers of their
-- characters, as H2 does, and not as the language that somebody chose when the database was made. Two databases tell the same in the
-- same order, and come to the same digest. What was equal stays so; only indexes are made anew, once.
do $$
declare
  txt record;
begin
  for txt in
    select c.table_name, c.column_name, c.data_type, '(' || c.character_maximum_length || ')' as longest
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.table_name <> '${flyway:table}'
      and c.data_type in ('character', 'character varying', 'text') and c.collation_name is distinct from 'C'
  loop
    execute format('alter table %I alter column %I type %s%s collate "C"',
      txt.table_name, txt.column_name, txt.data_type, txt.longest);
  end loop;
end $$;
