import { type QueryExecutorProvider, sql } from "kysely";

/** What an older release had shown through counts as shown; what it had not is shown now. */
export async function up(db: QueryExecutorProvider): Promise<void> {
  await widenAnnouncements(db);
  await markWhatIsBehind(db);
  await sql`alter table notice add column writer bigint`.execute(db);
  await addMessages(db);
  await addLease(db);
}

async function widenAnnouncements(db: QueryExecutorProvider): Promise<void> {
  await sql`
    alter table announcement
      alter column channel drop not null,
      alter column ts drop not null,
      alter column through_seq set default 0,
      add column told_seq integer not null default 0,
      add column posted_version integer not null default 0,
      add column shown_version integer not null default 0,
      add column shown_phase text,
      add column shown_at bigint,
      add column reply json,
      add column writer bigint,
      add column writing json,
      add column behind_since timestamptz,
      add column round integer not null default 0,
      add column doubts integer not null default 0,
      add column is_doubtful boolean not null default false,
      add column again_at timestamptz,
      add column again_until timestamptz`.execute(db);
  await sql`
    create index announcement_behind on announcement (behind_since)
    where behind_since is not null`.execute(db);
  await sql`
    create index announcement_again on announcement (again_at)
    where again_until is not null`.execute(db);
  await sql`
    create index announcement_writing on announcement (writer) where writer is not null`.execute(
    db,
  );
}

async function markWhatIsBehind(db: QueryExecutorProvider): Promise<void> {
  await sql`update announcement set told_seq = through_seq, shown_version = through_seq`.execute(
    db,
  );
  await sql`
    insert into announcement (request, behind_since)
    select id, clock_timestamp() from request
    where is_open or changed_at > clock_timestamp() - interval '1 day'
    on conflict (request) do nothing`.execute(db);
  await sql`
    update announcement set behind_since = clock_timestamp() from request
    where request.id = announcement.request and request.version > announcement.shown_version
      and (request.is_open or request.changed_at > clock_timestamp() - interval '1 day')`.execute(
    db,
  );
}

async function addMessages(db: QueryExecutorProvider): Promise<void> {
  await sql`
    create table direct_message (
      key text primary key,
      person text not null,
      words json not null,
      request text,
      made_at timestamptz not null default clock_timestamp(),
      is_sent boolean not null default false
    )`.execute(db);
  await sql`
    create index direct_message_unsent on direct_message (made_at) where not is_sent`.execute(db);
}

async function addLease(db: QueryExecutorProvider): Promise<void> {
  await sql`
    create table publisher_lease (
      only_one boolean primary key default true check (only_one),
      holder text not null,
      token bigint not null,
      until timestamptz not null
    )`.execute(db);
  await sql`
    insert into publisher_lease (holder, token, until)
    values ('', 0, '-infinity')`.execute(db);
}
