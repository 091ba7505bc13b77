import type { Tenant } from "../../flows/tenant/tenant.ts";
import { actions } from "../payloads/action-ids.ts";
import { alert, type Block, plain, section } from "./block.ts";
import { code, escape } from "./mrkdwn.ts";

/** The field in which a production tenant's name is typed. */
export const tenantNameBlock = "tenant-name";

/** Stands above everything that leads to a change in a production tenant, and to none in one that is only observed. */
export function productionBanner({ production, observe, label }: Tenant): Block[] {
  if (observe === true)
    return [alert("info", `*${escape(label)} is only observed.* ${onlyPlanned}`)];
  if (!production) return [];
  return [
    alert(
      "warning",
      `*PRODUCTION: ${escape(label)}.* What you do here changes the tenant with real people's data.`,
    ),
  ];
}

/** What becomes of whatever one asks for in a tenant that is only observed. */
export const onlyPlanned =
  "What you ask for is planned and shown, and nothing is done: no change in Workday, no task, no approval.";

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
