import { z } from "zod";
import { SecretSource } from "./secret-source.ts";

const Alias = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,254}$/, { error: "a field's WQL alias" });

/** Where a tenant's fields are called otherwise than the bot thinks: aliases by column. */
const WqlFields = z.strictObject({
  pendingDomainPolicies: z
    .strictObject({
      Domain_Security_Policy: Alias.exactOptional(),
      Security_Group: Alias.exactOptional(),
      Access: Alias.exactOptional(),
      Change: Alias.exactOptional(),
      Changed_By: Alias.exactOptional(),
    })
    .exactOptional(),
  pendingBusinessProcessPolicies: z
    .strictObject({
      Business_Process_Security_Policy: Alias.exactOptional(),
      Action: Alias.exactOptional(),
      Security_Group: Alias.exactOptional(),
      Change: Alias.exactOptional(),
      Changed_By: Alias.exactOptional(),
    })
    .exactOptional(),
  securityGroups: z
    .strictObject({
      Security_Group: Alias.exactOptional(),
      Member: Alias.exactOptional(),
      Inactive: Alias.exactOptional(),
      Kind: Alias.exactOptional(),
      Included_In: Alias.exactOptional(),
      Administered_By: Alias.exactOptional(),
      Processes: Alias.exactOptional(),
      Initiates: Alias.exactOptional(),
    })
    .exactOptional(),
  groupPermissions: z
    .strictObject({
      Domain_Security_Policy: Alias.exactOptional(),
      Get: Alias.exactOptional(),
      Put: Alias.exactOptional(),
      View: Alias.exactOptional(),
      Modify: Alias.exactOptional(),
      Disabled: Alias.exactOptional(),
    })
    .exactOptional(),
  accounts: z
    .strictObject({
      User: Alias.exactOptional(),
      Locked: Alias.exactOptional(),
      Disabled: Alias.exactOptional(),
      Expires: Alias.exactOptional(),
      New_Password: Alias.exactOptional(),
    })
    .exactOptional(),
});

/** The bot's own API client, by which a tenant answers WQL. */
export const WqlEntry = z.strictObject({
  clientId: SecretSource,
  clientSecret: SecretSource,
  refreshToken: SecretSource,
  fields: WqlFields.prefault({}).describe(
    "Aliases of the tenant's own fields, by column, where the bot does not find them by itself. npm run doctor says which it lacks.",
  ),
});

export type WqlEntry = z.infer<typeof WqlEntry>;
