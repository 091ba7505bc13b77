import { expect, it } from "vitest";
import { openTelemetry, toBotWatch } from "../../src/open-telemetry.ts";
import { Secret } from "../../src/secret.ts";
import { anId, anOpened, noon } from "./support/an-opened.ts";
import { useStore } from "./support/open-store.ts";

const openStore = useStore();

it("tells the database's figures, this process's, and when a certificate ends", async () => {
  const { store, database } = await openStore();
  await store.open(anOpened(anId(1)), noon);
  const followedFiles = { countRefused: () => 2, follow: () => undefined };
  const others = { vaultSecrets: { countRefused: () => 1 }, secrets: { workdayKeys: new Map() } };
  const tls = { read: () => ({ cert: "", key: new Secret(""), endsAt: 1_800_000_000_000 }) };
  const watched = { database, clock: { now: () => noon }, engine: { countInFlight: () => 7 } };

  const plain = toBotWatch(openTelemetry(), {
    ...watched,
    config: { ...others, followedFiles, tls: undefined },
  });
  const secured = toBotWatch(openTelemetry(), {
    ...watched,
    config: { ...others, followedFiles, tls },
  });

  const text = await plain.readMetrics();
  expect(text).toContain(
    'workday_isu_requests{tenant="acme_dpt1",kind="create",state="working"} 1',
  );
  expect(text).toMatch(/^workday_isu_workflows_in_flight 7$/m);
  expect(text).toMatch(/^workday_isu_secret_files_refused 3$/m);
  expect(text).not.toMatch(/^workday_isu_certificate_expiry/m);
  expect(await secured.readMetrics()).toMatch(
    /^workday_isu_certificate_expiry_timestamp_seconds 1800000000$/m,
  );
});
