import { ok, type Result } from "../../result.ts";
import {
  refuse,
  type StepContext,
  type StepResult,
  type Stopped,
} from "../lifecycle/step-context.ts";
import { isSameAccount } from "../model/account-name.ts";
import { type Fault, isAway } from "../model/fault.ts";
import { retryRead } from "../ports/retry.ts";
import type { IntegrationSystemUser, PutUserReply } from "../ports/workday.ts";
import { accountIn, systemIdOf } from "../request/account-of-request.ts";
import { putNewAccount } from "./put-account.ts";

/**
 * Ensures the account, with a random password that nobody keeps or knows: nobody can sign on yet.
 *
 * An account that exists is never put again, since that resets its password. It is taken as this
 * request's only when it hangs on the integration system that this request made.
 */
export async function createUser(acting: StepContext): Promise<StepResult> {
  const systemId = systemIdOf(acting.request);
  const there = await findUser(acting, systemId);
  if (!there.ok) return there;
  if (there.value !== undefined) return adopt(acting, there.value);
  const free = await ensureFree(acting);
  if (!free.ok) return free;
  const put = await putNewAccount(acting);
  if (!put.ok && put.error.kind !== "unknown") return put;
  return readBack(acting, systemId, put);
}

async function findUser(
  { deps, place }: StepContext,
  systemId: string,
): Promise<Result<IntegrationSystemUser | undefined, Fault>> {
  return retryRead(deps.clock, () => place.workday.findUserOfSystem(systemId));
}

function adopt({ request, wasBegun }: StepContext, user: IntegrationSystemUser): StepResult {
  const { userName, system } = accountIn(request);
  if (!isSameAccount(user.userName, userName)) {
    return refuse(
      `The integration system has the user ${user.userName} by now. Nothing was touched. Withdraw, and ask again with another system.`,
    );
  }
  if (system.kind === "new") return ok({});
  return refuse(
    wasBegun
      ? `The account ${userName} is there, and Workday cannot say whether this request made it before it was interrupted. Look at it in Workday: if nobody else made it, delete it and press Try again.`
      : `Somebody made the account ${userName} since the form was checked. Nothing was touched. Withdraw, and ask again with another name.`,
  );
}

async function ensureFree({
  deps,
  place,
  request,
}: StepContext): Promise<Result<void, Fault | Stopped>> {
  const { userName } = accountIn(request);
  const account = await retryRead(deps.clock, () => place.workday.findAccount(userName));
  if (!account.ok) return account;
  return account.value.kind === "free"
    ? ok(undefined)
    : refuse(
        `Somebody made the account ${userName} since the form was checked. Nothing was touched. Withdraw, and ask again with another name.`,
      );
}

async function readBack(
  acting: StepContext,
  systemId: string,
  put: Result<PutUserReply, Fault>,
): Promise<StepResult> {
  const { userName } = accountIn(acting.request);
  const after = await findUser(acting, systemId);
  if (!after.ok) return after;
  if (after.value === undefined && !put.ok && isAway(put.error)) return put;
  if (after.value === undefined || !isSameAccount(after.value.userName, userName)) {
    return refuse(`Workday does not show the account ${userName} after making it. Try again.`);
  }
  const { systemWid } = after.value;
  return ok({
    systemWid,
    ...(put.ok && { userWid: put.value.userWid, references: put.value.references }),
  });
}
