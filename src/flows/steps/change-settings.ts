import { err, ok, type Result } from "../../result.ts";
import { refuse, type StepContext, type StepResult } from "../lifecycle/step-context.ts";
import { type AccountSettings, applyChange, toConfigurations } from "../model/account-settings.ts";
import type { Fault } from "../model/fault.ts";
import { compareSettings, describeDifference } from "../model/settings-difference.ts";
import type { IntegrationSystemUser } from "../ports/workday.ts";
import { accountIn, systemIdOf } from "../request/account-of-request.ts";
import type { SettingsDraft } from "../request/draft.ts";
import { ensureOwnAccount } from "./ensure-own-account.ts";
import { type Document, readModifyWrite } from "./implementation-service/read-modify-write.ts";

/**
 * Changes what was asked for of the account's settings, and keeps every other one as the tenant shows it: all of its
 * security configurations too, and its password, of which nothing is sent. Stops where the settings are not as the plan
 * showed them any more. Safe to repeat: settings that are as asked are not put again.
 */
export async function changeSettings(acting: StepContext): Promise<StepResult> {
  const { shown, change } = draftIn(acting);
  return move(acting, shown, (now) => applyChange(now, change));
}

/** Puts the settings back as they were when they were asked for. Safe to repeat. */
export async function restoreSettings(acting: StepContext): Promise<StepResult> {
  const { shown, change } = draftIn(acting);
  return move(acting, applyChange(shown, change), () => shown);
}

/** No other kind of request plans these steps. */
function draftIn({ request: { id, draft } }: StepContext): SettingsDraft {
  if ("change" in draft) return draft;
  throw new Error(`${id} changes no settings`);
}

async function move(
  acting: StepContext,
  from: AccountSettings,
  toMeant: (now: AccountSettings) => AccountSettings,
): Promise<StepResult> {
  const own = await ensureOwnAccount(acting);
  if (!own.ok) return own;
  const first = own.value;
  const meant = { ...identify(first), ...toMeant(first) };
  if (listChanges(first, meant).length === 0) return ok({});
  const moved = listChanges(from, first);
  if (moved.length > 0) {
    return refuse(
      `Somebody changed the settings of ${first.userName} since the plan was made: ${moved.join("; ")}. Nothing was written. Withdraw, and ask again.`,
    );
  }
  return readModifyWrite(acting, toDocument(acting), { first, meant });
}

function identify({ systemId, systemWid, userName }: IntegrationSystemUser): IntegrationSystemUser {
  return { systemId, systemWid, userName };
}

function toDocument({ place, request }: StepContext): Document<IntegrationSystemUser> {
  const { userName } = accountIn(request);
  const systemId = systemIdOf(request);
  return {
    words: `the settings of ${userName}`,
    find: () => place.workday.findUserOfSystem(systemId),
    put: async (meant): Promise<Result<void, Fault>> => {
      const { systemWid: _found, tokens: shown = [], ...plain } = meant;
      const tokens = toConfigurations(shown);
      if (tokens === undefined) return err(keyWithoutId);
      const put = await place.workday.putIntegrationSystemUser({
        ...plain,
        password: "unchanged",
        ...(tokens.length > 0 && { tokens }),
      });
      return put.ok ? ok(undefined) : put;
    },
    listChanges,
  };
}

function listChanges(before: AccountSettings, after: AccountSettings): readonly string[] {
  return compareSettings(before, after).map(describeDifference);
}

const keyWithoutId: Fault = {
  kind: "unreadable",
  outside: "Workday",
  words:
    "The account signs on with x509 or SAML, and Workday does not name the key, so the bot could not keep it as it is. Nothing was written.",
};
