import type { Block } from "../../../src/bot/blocks/block.ts";
import { overview } from "../../../src/bot/list-views/overview.ts";
import { tellRequest } from "../../../src/bot/list-views/status.ts";
import { requestMessage } from "../../../src/bot/request-views/message.ts";
import { replyOf } from "./reply-of.ts";
import { type Told } from "./shown-requests.ts";

/** Every message that a request can lead to. */
export function messagesOf(told: Told): readonly { readonly blocks: Block[] }[] {
  return [
    requestMessage(told),
    ...told.story.flatMap((one) => replyOf(one, told.request, told.tenant)),
    ...tellRequest({ ...told, others: Array.from({ length: 300 }, () => told.request) }),
    overview(
      {
        mine: Array.from({ length: 200 }, () => told),
        toApprove: Array(30).fill(told),
        toAnswer: [],
        toCarryOut: Array(30).fill(told),
        stuck: Array(30).fill(told),
        toDeny: Array(30).fill(told),
        leftBehind: Array(30).fill(told),
        resting: Array(30).fill(told.request),
      },
      () => undefined,
    ),
  ];
}
