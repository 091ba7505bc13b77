import type { Operation } from "./operation.ts";

/**
 * What the operations of the service share. Which domains guard implementation loads is not published: the
 * emulator has one domain of its own, so that an ordinary integration system user is turned away.
 */
export const coreImplementation = {
  service: "Core_Implementation_Service",
  domains: ["Implementation Loads"],
} as const satisfies Partial<Operation>;

export const securityGroupIds = ["WID", "Tenant_Security_Group_ID", "Workday_Security_Group_ID"];
