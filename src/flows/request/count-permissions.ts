import { listPermissions, noPermissions } from "../model/permissions.ts";
import { count } from "../text/count.ts";
import { accountOf, type Draft } from "./draft.ts";

export function countPermissions(draft: Draft): string {
  const permissions = accountOf(draft)?.permissions ?? noPermissions;
  return count(listPermissions(permissions).length, "domain permission");
}
