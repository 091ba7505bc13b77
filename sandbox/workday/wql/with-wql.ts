import type { TenantDefinition } from "../definition.ts";
import type { Grain } from "./source.ts";

/** The sandbox's own client: it opens nothing but the sandbox. */
export const wqlClient = {
  clientId: "sandbox-bot-client",
  clientSecret: "Sandbox-client-secret-3Wq7",
  refreshToken: "Sandbox-refresh-token-8Zp2",
};

/** A tenant that answers WQL to a client of the bot's account, in fields as fine as reports or as coarse as recorded. */
export function withWql(tenant: TenantDefinition, grain: Grain): TenantDefinition {
  const [bot] = tenant.accounts;
  const userName = bot?.userName ?? "";
  const domain = "Workday Query Language";
  const { refreshToken: token, ...client } = wqlClient;
  return {
    ...tenant,
    wql: { grain },
    domains: [...tenant.domains.filter((one) => one !== domain), domain],
    groups: tenant.groups.map((group) =>
      group.members.includes(userName)
        ? { ...group, permissions: { ...group.permissions, [domain]: ["View"] } }
        : group,
    ),
    apiClients: [...(tenant.apiClients ?? []), { ...client, refreshTokens: [{ token, userName }] }],
  };
}
