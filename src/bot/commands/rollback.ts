import { noTimestamps } from "../../flows/intake/prepare-rollback.ts";
import { sortNewestFirst } from "../../flows/request/rollback.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import type { SecurityTimestamp } from "../../flows/model/tenant-reports.ts";
import { err, ok, type Result } from "../../result.ts";
import { checkPlace } from "../slack/check-channel.ts";
import type { BotParts } from "../slack/deps.ts";
import { code } from "../blocks/mrkdwn.ts";
import { isNamed } from "../blocks/named-tenants.ts";
import { findOffers } from "./requestable.ts";
import type { Call } from "../payloads/parse-payload.ts";
import { openAndFill } from "../slack/show-view.ts";
import type { Modal } from "../blocks/block.ts";
import { changeForm } from "../forms/change-form.ts";
import { notice } from "../blocks/notice.ts";
import { refusals, sayFault } from "../blocks/messages.ts";

/** Lists a tenant's activations, and asks which to go back to. */
export async function rollBack(parts: BotParts, call: Call, about: string): Promise<void> {
  await openAndFill(parts, { call, typed: `rollback ${about}` }, async () => {
    const view = await firstView(parts, call, about);
    return view.ok ? view.value : notice(view.error);
  });
}

async function firstView(
  parts: BotParts,
  call: Call,
  about: string,
): Promise<Result<Modal, string>> {
  const [place, allowed] = await Promise.all([
    checkPlace(parts, call.channel),
    findOffers(parts, call.by),
  ]);
  if (place !== undefined) return err(place);
  if (!allowed.ok) return err(refusals[allowed.error]);
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
  if (!read.ok) return err(sayFault(read.error));
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
      reason: "",
      ticket: "",
    },
    listed,
  });
}
