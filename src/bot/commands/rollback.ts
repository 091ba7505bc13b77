import { noTimestamps } from "../../flows/intake/prepare-rollback.ts";
import type { SecurityTimestamp } from "../../flows/model/tenant-reports.ts";
import { sortNewestFirst } from "../../flows/request/rollback.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Modal } from "../blocks/block.ts";
import { describeFault } from "../blocks/messages.ts";
import { code } from "../blocks/mrkdwn.ts";
import { isNamed } from "../blocks/named-tenants.ts";
import { notice } from "../blocks/notice.ts";
import { nothingSaid } from "../forms/why-fields.ts";
import { changeForm } from "../kinds/kinds.ts";
import type { Invocation } from "../payloads/parse-payload.ts";
import type { BotParts } from "../slack/deps.ts";
import { openAndFill } from "../slack/show-view.ts";
import type { SlashCommand } from "./command.ts";
import { findOffersFrom } from "./requestable.ts";

export const rollback: SlashCommand = {
  name: "rollback",
  usage: "[tenant]",
  example: "preview",
  summary: "an earlier activation",
  more: "Asks for the way back to an earlier activation: what came after it is pending again.",
  run: openRollback,
};

/** Lists a tenant's activations, and asks which to go back to. */
async function openRollback(parts: BotParts, call: Invocation, about: string): Promise<void> {
  await openAndFill(parts, { call, typed: `rollback ${about}` }, async () => {
    const view = await firstView(parts, call, about);
    return view.ok ? view.value : notice(view.error);
  });
}

async function firstView(
  parts: BotParts,
  call: Invocation,
  about: string,
): Promise<Result<Modal, string>> {
  const allowed = await findOffersFrom(parts, call);
  if (!allowed.ok) return allowed;
  const tenant = chooseTenant(
    allowed.value.map((offer) => offer.tenant),
    about,
  );
  if (!tenant.ok) return tenant;
  const listed = await listTimestamps(parts, tenant.value);
  return listed.ok ? ok(askWhich(parts, tenant.value, listed.value)) : listed;
}

/** The one named, or the only one: each tenant has a list of its own. */
function chooseTenant(tenants: readonly Tenant[], about: string): Result<Tenant, string> {
  const named = tenants.filter((tenant) => isNamed(tenant, about));
  const [only, ...others] = about === "" ? tenants : named;
  if (only !== undefined && others.length === 0) return ok(only);
  const names = tenants.map(({ name }) => code(`/workday-isu rollback ${name}`)).join(" or ");
  return err(`Name the tenant: ${names}. Nothing was changed.`);
}

async function listTimestamps(
  { deps }: BotParts,
  { name, label }: Tenant,
): Promise<Result<readonly SecurityTimestamp[], string>> {
  const read = await deps.readTimestamps(name);
  if (!read.ok) return err(describeFault(read.error));
  if (read.value.kind === "cannot-see") return err(noTimestamps);
  const listed = sortNewestFirst(read.value.timestamps);
  return listed.length > 1
    ? ok(listed)
    : err(`There is no earlier activation in ${label} to go back to. Nothing was changed.`);
}

function askWhich({ deps }: BotParts, tenant: Tenant, listed: readonly SecurityTimestamp[]): Modal {
  const [newest] = listed;
  return changeForm({
    id: deps.newRequestId(),
    tenants: [tenant],
    raw: {
      kind: "rollback",
      tenant: tenant.name,
      timestamp: "",
      newest: String(newest?.at),
      ...nothingSaid,
    },
    listed,
  });
}
