import type { Modal } from "../blocks/block.ts";
import { firstOf, narrowTo } from "../blocks/named-tenants.ts";
import { notice } from "../blocks/notice.ts";
import { nothingSaid } from "../forms/why-fields.ts";
import { changeForm } from "../kinds/kinds.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import { openAndFill } from "../slack/show-view.ts";
import type { SlashCommand } from "./command.ts";
import { findOffersFrom } from "./requestable.ts";

const name = "activate";

export const activate: SlashCommand = {
  name,
  usage: "[tenant]",
  example: "preview",
  summary: "what is pending, by itself",
  more: "Asks for the activation of what is pending in a tenant, by itself.",
  run: (parts, call, about) =>
    openAndFill(parts, { call, typed: `${name} ${about}` }, () => toView(parts, call, about)),
};

async function toView(parts: BotParts, call: Invocation, about: string): Promise<Modal> {
  const allowed = await findOffersFrom(parts, call);
  if (!allowed.ok) return notice(allowed.error);
  const tenants = narrowTo(
    allowed.value.map(({ tenant }) => tenant),
    about,
  );
  return changeForm({
    id: parts.deps.newRequestId(),
    tenants,
    raw: { kind: "activate", tenant: firstOf(tenants), ...nothingSaid },
  });
}
