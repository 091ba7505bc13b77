/** What whoever calls the implementation service needs, in words. */
export const implementationDomains =
  "the domains for implementation loads, and some tenants refuse it to any integration system user,";
