import { ok } from "../../result.ts";
import { toInventory } from "../inventory/inventory.ts";
import { isSameAccount } from "../model/account-name.ts";
import type { AccountUse, LogRead } from "../model/account-use.ts";
import type { TenantName } from "../model/ids.ts";
import { isFromAny, isSomebodys, type LoggedSignOn } from "../model/sign-on-log.ts";
import type { FlowDeps, TenantContext } from "../ports/deps.ts";
import { accountIn } from "../request/account-of-request.ts";
import type { Request } from "../request/request.ts";
import { readSignOnLog } from "../verification/read-sign-on-log.ts";
import { learnUse } from "./learn-use.ts";
import { listUseNotices, type Watched } from "./use-notices.ts";

/**
 * Reads each tenant's log of sign-ons on, remembers how the accounts are used that the bot answers for, and its own, and
 * tells what is new: once each. One replica does it for all. Where the bot may not read the log, nothing is told.
 */
export async function watchSignOns(deps: FlowDeps, everyMs: number): Promise<void> {
  for (const { name } of deps.tenants) {
    const turn = { name: `sign-ons ${name}`, everyMs, now: deps.clock.now() };
    if (await deps.watch.takeTurn(turn)) await watchTenant(deps, deps.contextOf(name));
  }
}

async function watchTenant(deps: FlowDeps, place: TenantContext): Promise<void> {
  const { tenant } = place;
  const done = (await deps.store.listDone()).filter(({ draft }) => draft.tenant === tenant.name);
  const bot = tenant.protectedAccounts[0] ?? "";
  const accounts = toInventory(done).map((request) => toAccount(request, done));
  const names = [bot, ...accounts.map(({ userName }) => userName)];
  const before = await deps.watch.findUses(tenant.name);
  const looked = await readSignOnLog({ deps, place, names }, before.read);
  if (looked === undefined) return;
  const { read, signOns } = looked;
  const own = toWatched({ userName: bot }, before.uses, signOns);
  const { known } = own.learnt.use;
  if (known.length === 0) return keepBlind(deps, tenant.name, read);
  // The bot signs on as the accounts too.
  const addresses = known.map(({ address }) => address);
  const theirs = signOns.filter((one) => !isFromAny(addresses, one));
  const watched = accounts.map((account) => toWatched(account, before.uses, theirs));
  for (const one of watched) await tellVendor(deps, one);
  const all = [own, ...watched];
  const uses = all.map(({ learnt }) => learnt.use);
  const { digest } = deps.random;
  const notices = listUseNotices(all, { tenant, read, now: deps.clock.now(), digest });
  await deps.watch.keepUses(tenant.name, { read, uses }, notices);
}

/** A log without the bot's own sign-ons hides something, or is from before there was a bot: nothing is learnt from it. */
async function keepBlind(
  { watch, log }: FlowDeps,
  tenant: TenantName,
  { until }: LogRead,
): Promise<void> {
  log.warn({ tenant }, "the log of sign-ons does not show the bot's own");
  await watch.keepUses(tenant, { read: { since: until, until }, uses: [] }, []);
}

/** An account of the inventory, and which request issued the password that it has. */
function toAccount(request: Request, done: readonly Request[]): Watched["account"] {
  const { userName } = accountIn(request);
  const issuedBy = done.findLast(
    (one) => one.issuedAt !== undefined && isSameAccount(accountIn(one).userName, userName),
  );
  return { userName, request, ...(issuedBy && { issuedBy }) };
}

function toWatched(
  account: Watched["account"],
  uses: readonly AccountUse[],
  signOns: readonly LoggedSignOn[],
): Watched {
  const userName = account.userName.toLowerCase();
  const before = uses.find((use) => use.userName === userName) ?? { userName, known: [] };
  const own = signOns.filter((one) => isSameAccount(one.userName, userName));
  return { account, signOns: own, learnt: learnUse(before, own) };
}

/**
 * Writes down when somebody else than the bot signed on with the new password. It comes before what was read is remembered:
 * after a crash in between the same lines are read again, and one key is recorded once.
 */
async function tellVendor(deps: FlowDeps, { account, signOns }: Watched): Promise<void> {
  const { issuedBy } = account;
  if (issuedBy?.issuedAt === undefined || issuedBy.signedOn !== undefined) return;
  const { id, issuedAt } = issuedBy;
  const used = signOns
    .filter((one) => one.outcome === "signed-on" && isSomebodys(one, issuedAt))
    .toSorted((one, other) => one.at - other.at);
  const [first] = used;
  if (first === undefined) return;
  const { at, address, channel } = first;
  await deps.store.decide({ id, key: "signed-on", now: deps.clock.now() }, () =>
    ok([{ kind: "signed-on", signedOnAt: at, address, channel }]),
  );
}
