/**
 * What a domain security policy can permit. View and Modify are the report and task grid of Workday's
 * *Maintain Permissions for Security Group*, Get and Put its integration grid.
 */
export type Access = "Get" | "Put" | "View" | "Modify";

export const accesses: readonly Access[] = ["Get", "Put", "View", "Modify"];

/** Domain security policies by access, spelled as the vendor or the tenant spells them. */
export type Permissions = Readonly<Record<Access, readonly string[]>>;

export interface Permission {
  readonly domain: string;
  readonly access: Access;
}

export const noPermissions: Permissions = { Get: [], Put: [], View: [], Modify: [] };

export function listPermissions(permissions: Permissions): readonly Permission[] {
  return accesses.flatMap((access) => permissions[access].map((domain) => ({ domain, access })));
}

/** Two spellings of one domain: vendors differ from tenants in capitals and spaces. */
export function isSameDomain(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(domain: string): string {
  return domain.replace(/\s+/g, " ").trim().toLowerCase();
}
