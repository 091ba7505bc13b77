import type { Message } from "../../../src/bot/blocks/block.ts";
import { isToldInThread } from "../../../src/bot/publisher/readings.ts";
import { toReplies } from "../../../src/bot/request-views/thread-messages.ts";
import type { Recorded } from "../../../src/flows/request/event.ts";
import type { Request } from "../../../src/flows/request/request.ts";
import type { Tenant } from "../../../src/flows/tenant/tenant.ts";

/** What the thread tells of one event, if anything, with a mention of whoever has to act. */
export function replyOf(recorded: Recorded, request: Request, tenant: Tenant): readonly Message[] {
  if (!isToldInThread(recorded)) return [];
  return toReplies({ events: [recorded], request, tenant, mentions: () => true });
}
