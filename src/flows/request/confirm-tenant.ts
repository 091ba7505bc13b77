import type { Tenant } from "../tenant/tenant.ts";

/**
 * Whether a command names the tenant that it would change, where it has to: of a production tenant the name
 * is typed, letter for letter, so that nobody changes it in the belief that it is another one.
 */
export function isConfirmed(
  { production, name }: Pick<Tenant, "production" | "name">,
  typed: string | undefined,
): boolean {
  return !production || typed === name;
}
