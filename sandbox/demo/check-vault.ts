import type { StoredVersion } from "../key-vault/secret-store.ts";
import { type Check, equal, holds } from "./check.ts";
import type { Requests } from "./check-tenant.ts";
import type { Play } from "./play.ts";
import { signOnAs } from "./sign-on.ts";

interface Found {
  readonly name: string;
  readonly version: StoredVersion;
}

/** Looks into the vault as its owner, and uses the secrets as a vendor's integration would. */
export async function checkVault(play: Play, requests: Requests): Promise<readonly Check[]> {
  return [
    ...(await checkSecret(play, "ISU_Viva_Learning", requests.created)),
    ...(await checkSecret(play, "ISU_Badge_System", requests.byPerson)),
    equal("the vault holds nothing for the denied request", findAll(play, requests.denied), []),
  ];
}

async function checkSecret(play: Play, user: string, request: string): Promise<readonly Check[]> {
  const { sandbox, tenant } = play;
  const all = findAll(play, request);
  const [enabled, ...more] = all.filter(({ version }) => version.enabled);
  if (enabled === undefined) return [equal(`the vault has ${user}'s password`, all, "one enabled")];
  const { name, version } = enabled;
  const read = sandbox.vault.readAsConsumer(name);
  const status = read.ok
    ? await signOnAs({ url: sandbox.workday.url, tenant: tenant.name }, user, read.value)
    : read.status;
  return [
    equal(`the vault has one enabled version for ${user}`, more.length, 0),
    holds(
      "… with the request, the account and the tenant in its tags, a content type and an expiry",
      version.tags?.["request"] === request &&
        version.tags["isu"] === user &&
        version.tags["tenant"] === tenant.name &&
        version.contentType !== undefined &&
        (version.exp ?? 0) * 1000 > Date.now(),
      version,
    ),
    holds(
      "… which a consumer can read by its unversioned name",
      read.ok && read.version === version.version,
    ),
    equal("… and with which the consumer can sign on to the tenant and read workers", status, 200),
  ];
}

function findAll({ sandbox }: Play, request: string): readonly Found[] {
  return sandbox.vault
    .secrets()
    .flatMap(({ name, versions }) =>
      versions
        .filter(({ tags }) => tags?.["request"] === request)
        .map((version) => ({ name, version })),
    );
}
