import type { App } from "@slack/bolt";
import type { PersonId } from "../../flows/model/ids.ts";
import type { Request } from "../../flows/request/request.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { Modal } from "../blocks/block.ts";
import { messages, refusals } from "../blocks/messages.ts";
import { notice } from "../blocks/notice.ts";
import { parseRequestMetadata } from "../payloads/metadata.ts";
import { parsePress, windowOf } from "../payloads/parse-payload.ts";
import { type BotParts, findTenant } from "../slack/deps.ts";
import { openWindow } from "../slack/show-view.ts";

/** What a form is filled from, and for whom. */
export interface FormOrigin {
  readonly by: PersonId;
  readonly request: Request;
  readonly tenant: Tenant;
}

/** A button of a request's message that opens a form filled from it. */
export function registerFormOf(
  app: App,
  parts: BotParts,
  { id, fill }: { readonly id: string; readonly fill: (asked: FormOrigin) => Promise<Modal> },
): void {
  app.action(id, async ({ ack, body, action }) => {
    await ack();
    const press = parsePress(body, action);
    const { by, value } = press;
    const call = { ...press, ...windowOf(press) };
    const again = { id, value };
    await openWindow(parts, { call, again, otherwise: messages.pressAgain }, async () => {
      const request = await parts.deps.store.find(parseRequestMetadata(value).request);
      if (request === undefined) return notice(refusals["no-such-request"]);
      const tenant = findTenant(parts.deps, request.draft.tenant);
      return tenant === undefined ? notice(refusals["tenant-gone"]) : fill({ by, request, tenant });
    });
  });
}
