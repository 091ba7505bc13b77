import { join } from "node:path";
import { createPackagedPostgres } from "../../../src/engine/packaged-postgres.ts";
import { findPrograms } from "../../../src/engine/postgres-package.ts";
import { findServerUser } from "../../../src/engine/server-user.ts";

/** Runs statements on an embedded database whose server does not run: nobody connects to it as a superuser. */
export async function asSuperuser(folder: string, statements: readonly string[]): Promise<void> {
  const user = await findServerUser();
  const programs = await findPrograms(folder, user);
  const postgres = createPackagedPostgres({ programs, user, log: () => undefined });
  await postgres.administer(join(folder, "data"), statements);
}
