import type { RequestId } from "../../flows/model/ids.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { buttons, type Modal } from "../blocks/block.ts";
import { escape } from "../blocks/mrkdwn.ts";
import { notice } from "../blocks/notice.ts";
import { typeStatus } from "../blocks/typed-commands.ts";
import { actions } from "../payloads/action-ids.ts";
import { serializeMetadata } from "../payloads/metadata.ts";

/** While the tenant is read. The button makes a window that never changes no dead end. */
export function checking(tenant: Tenant, id: RequestId): Modal {
  return notice(
    `Checking ${escape(tenant.label)}: are the account, the integration system and the group free? Nothing is changed by it.`,
    [
      buttons([
        { id: actions.checkAgain, text: "Check again", value: serializeMetadata({ request: id }) },
      ]),
    ],
  );
}

/** While a confirmed plan is opened. */
export function opening(id: RequestId): Modal {
  return notice(
    `Opening the request ${id}. If this does not change within a minute, ${typeStatus(id)} shows where it stands.`,
  );
}

/** While a confirmed edit is carried out. */
export function editing(id: RequestId): Modal {
  return notice(
    `Editing the request ${id}. If this does not change within a minute, ${typeStatus(id)} shows where it stands.`,
  );
}

/** While a decision is being recorded. */
export function deciding(id: RequestId): Modal {
  return notice(
    `Your answer to ${id} is recorded. If this does not change within a minute, ${typeStatus(id)} shows where it stands.`,
  );
}
