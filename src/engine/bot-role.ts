/** The bot's role on the embedded PostgreSQL. It owns the one database, and is nothing besides. */
export const role = "isu_bot";

/** Who may connect, as `pg_hba.conf` says it: nobody else, and no superuser. */
export const access = `host all ${role} 127.0.0.1/32 scram-sha-256\n`;

/** For a data folder just made; safe to repeat. `password` holds no quote. */
export function toGiveDatabase(password: string): readonly string[] {
  return [
    `do $$ begin
  if to_regrole('${role}') is null then create role ${role}; end if;
end $$`,
    `alter role ${role} login password '${password}'`,
    `alter database postgres owner to ${role}`,
  ];
}

/**
 * For a data folder of an older version, whose bot was the superuser `postgres`: its password goes, and what
 * was made in its name becomes the role's. Safe to repeat.
 *
 * `reassign owned` refuses the first superuser, to whom the system's own objects belong. A sequence of a
 * column, an index and the type of a row follow their table.
 */
export function toTakeOver(password: string): readonly string[] {
  return [
    ...toGiveDatabase(password),
    `do $$
declare
  statement text;
begin
  for statement in
    with own as (
      select oid, nspname from pg_namespace
      where nspname !~ '^pg_' and nspname <> 'information_schema'
    )
    select format('alter schema %I owner to ${role}', nspname) from own
    union all
    select format('alter table %s owner to ${role}', pg_class.oid::regclass)
      from pg_class join own on relnamespace = own.oid
      where relkind in ('r', 'p', 'v', 'm', 'S') and not exists (
        select from pg_depend
        where classid = 'pg_class'::regclass and objid = pg_class.oid
          and relkind = 'S' and deptype in ('a', 'i')
      )
    union all
    select format('alter routine %s owner to ${role}', pg_proc.oid::regprocedure)
      from pg_proc join own on pronamespace = own.oid
    union all
    select format('alter type %s owner to ${role}', pg_type.oid::regtype)
      from pg_type join own on typnamespace = own.oid where typtype in ('d', 'e')
  loop
    execute statement;
  end loop;
end $$`,
    "alter role postgres password null",
  ];
}
