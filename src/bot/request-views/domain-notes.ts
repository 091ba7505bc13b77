import { listPermissions, type Permissions } from "../../flows/model/permissions.ts";
import { type Catalogue, isGuarded } from "../../flows/tenant/catalogue.ts";
import { securityMark } from "../../flows/tenant/flag-security-domain.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { type Block, plainSection } from "../blocks/block.ts";

interface Against {
  readonly catalogue: Catalogue;
  readonly tenant: Tenant;
}

const unknown = "not in the catalogue";

/** Each domain with what the catalogue says of it. Nothing is renamed: a tenant may use the other spelling. */
export function noteDomains(permissions: Permissions, against: Against): Permissions {
  const { Get, Put, View, Modify } = permissions;
  return {
    Get: noteEach(Get, against),
    Put: noteEach(Put, against),
    View: noteEach(View, against),
    Modify: noteEach(Modify, against),
  };
}

function noteEach(domains: readonly string[], against: Against): readonly string[] {
  return domains.map((domain) => `${domain}${noteDomain(domain, against)}`);
}

function noteDomain(domain: string, { catalogue, tenant }: Against): string {
  const known = catalogue.find(domain);
  const isMarked = isGuarded(tenant, domain);
  const notes = [
    ...(isMarked ? [securityMark] : []),
    ...(known === undefined ? [unknown] : []),
    ...(known?.isAlias === true ? [`the catalogue calls it “${known.domain.name}”`] : []),
  ];
  return notes.length === 0 ? "" : ` (${notes.join("; ")})`;
}

/** What to do about the notes, once for all of them. */
export function explainNotes(permissions: Permissions, { catalogue }: Against): Block[] {
  const found = listPermissions(permissions).map(({ domain }) => catalogue.find(domain));
  const lines = [
    ...(found.includes(undefined)
      ? [`“${unknown}”: check its name with View Security for Securable Item in Workday.`]
      : []),
    ...(found.some((known) => known?.isAlias === true)
      ? [
          "A name that the catalogue spells differently is asked for as it stands here. Go back and choose the other one if your tenant calls it so.",
        ]
      : []),
  ];
  return lines.length === 0 ? [] : [plainSection(lines.join("\n"))];
}
