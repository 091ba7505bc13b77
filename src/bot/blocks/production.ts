import type { Tenant } from "../../flows/tenant/tenant.ts";
import { actions } from "../payloads/action-ids.ts";
import { type Block, plain, section } from "./block.ts";
import { code, escape } from "./mrkdwn.ts";

/** The field in which a production tenant's name is typed. */
export const tenantNameBlock = "tenant-name";

/** Stands above everything that leads to a change in a production tenant. */
export function productionBanner({ production, label }: Tenant): Block[] {
  if (!production) return [];
  return [
    section(
      `*PRODUCTION: ${escape(label)}.* What you do here changes the tenant with real people's data.`,
    ),
  ];
}

/** Asks for a production tenant's name, letter for letter; nothing for any other tenant. */
export function askTenantName({ production, name }: Tenant): Block[] {
  if (!production) return [];
  return [
    section(`To confirm, type the tenant's name: ${code(name)}`),
    {
      type: "input",
      block_id: tenantNameBlock,
      label: plain("The production tenant's name"),
      element: { type: "plain_text_input", action_id: actions.input, max_length: 63 },
    },
  ];
}
