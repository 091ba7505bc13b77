import { sql } from "kysely";
import { afterAll, beforeAll } from "vitest";
import type { Clock } from "../../../src/flows/ports/clock.ts";
import type { Delegations } from "../../../src/flows/ports/delegations.ts";
import type { Store } from "../../../src/flows/ports/store.ts";
import { Secret } from "../../../src/secret.ts";
import type { AuditHead } from "../../../src/store/audit/audit-chain.ts";
import { createDatabase, type Database } from "../../../src/store/database/database.ts";
import { migrate } from "../../../src/store/database/migrate.ts";
import { createDelegations } from "../../../src/store/requests/delegations.ts";
import { createStore } from "../../../src/store/requests/store.ts";
import { createPreparedDatabase, type TestDatabase } from "../../support/processes/database.ts";
import { noon } from "./an-opened.ts";

export const auditKey = new Secret("an audit key of at least 32 characters");

export interface OpenStore {
  readonly store: Store;
  readonly delegations: Delegations;
  readonly database: Database;
  /** What was published. */
  readonly heads: AuditHead[];
}

/**
 * Gives a file's tests a store that is empty whenever they open it. All of them share one database, since
 * making one takes longer than most of them.
 */
export function useStore(now: Clock["now"] = () => noon): () => Promise<OpenStore> {
  let shared: { readonly server: TestDatabase; readonly database: Database } | undefined;

  beforeAll(async () => {
    const server = await createPreparedDatabase();
    const database = createDatabase({ url: server.url, onConnectionLost: () => undefined });
    shared = { server, database };
    await migrate(database.db);
  });

  afterAll(async () => {
    await shared?.database.close();
    await shared?.server.drop();
  });

  return async () => {
    if (shared === undefined) throw new Error("There is no database");
    const { db } = shared.database;
    await sql`truncate request, event, reservation, changed_group, taken_system, draft, announcement, direct_message, audit, seen_activation, notice, turn, tally, delegation, passkey, page_ticket, enrolment_code`.execute(
      db,
    );
    await sql`update publisher_lease set holder = '', token = 0, until = '-infinity'`.execute(db);
    await sql`update audit_head set seq = 0, mac = ''`.execute(db);
    const heads: AuditHead[] = [];
    const options = { db, auditKey, onAudit: (head: AuditHead) => void heads.push(head) };
    const store = createStore({ ...options, now });
    const delegations = createDelegations(options);
    return { store, delegations, database: shared.database, heads };
  };
}
