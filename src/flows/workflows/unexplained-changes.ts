import { dayMs } from "../model/ids.ts";
import { type PendingChange, type PendingChanges, seenIn, toDigestText } from "../model/pending.ts";
import { type ExpectedChange, isExpected, listExpected } from "../planning/expected-changes.ts";
import type { FlowDeps } from "../ports/deps.ts";
import type { Request } from "../request/request.ts";
import { listMadeByMachines } from "../tenant/makers.ts";
import { describeOthersChange } from "../wording/describe-change.ts";

const mostLines = 50;

/**
 * Why an approval is not asked for: the bot's account or the runner's changed something that no request asked for. Either
 * somebody else works with that account, or the record of the bot is not whole. The channel hears of it, once a day
 * for the same changes: what was taken back may be made again. Safe to repeat.
 */
export async function withholdUnexplained(
  deps: FlowDeps,
  request: Request,
  pending: PendingChanges,
): Promise<string | undefined> {
  const strange = await listUnexplained(deps, request, pending);
  if (strange.length === 0) return undefined;
  const { tenant } = request.draft;
  const now = deps.clock.now();
  const day = (now - (now % dayMs)) / dayMs;
  const lines = strange.slice(0, mostLines).map(describeOthersChange);
  await deps.watch.queue([
    {
      key: `unexplained ${day} ${deps.random.digest(`${tenant} ${toDigestText(strange)}`)}`,
      tenant,
      madeAt: now,
      matter: {
        kind: "unexplained",
        request: request.id,
        pending: { count: strange.length, lines },
      },
    },
  ]);
  return unexplained;
}

async function listUnexplained(
  { store, contextOf }: FlowDeps,
  { draft }: Request,
  pending: PendingChanges,
): Promise<readonly PendingChange[]> {
  const { tenant } = contextOf(draft.tenant);
  const made = listMadeByMachines(seenIn(pending), tenant);
  if (made.length === 0) return [];
  const groupNames = made.map(({ securityGroup }) => securityGroup);
  const requests = await store.listByGroups({ tenant: tenant.name, groupNames });
  const expected = requests.flatMap((one) => listExpected(one.draft));
  return made.filter((change) => !expected.some((one) => explains(one, change)));
}

/** Whether a request brings it about, or its clean-up or a roll back the contrary of it. */
function explains(one: ExpectedChange, change: PendingChange): boolean {
  return isExpected({ ...one, change: "Added" }, { ...change, change: "Added" });
}

const unexplained =
  "Nobody is asked to approve: changes are pending that the bot's or the runner's Workday account made, and no request asked for them. Somebody else may work with that account. The channel was told which they are. Take them back in Workday, or find out who made them; then press Try again.";
