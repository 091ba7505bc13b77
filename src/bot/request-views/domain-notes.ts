import {
  type Access,
  accesses,
  listPermissions,
  noPermissions,
  type Permissions,
} from "../../flows/model/permissions.ts";
import { accountOf } from "../../flows/request/draft.ts";
import type { Request } from "../../flows/request/request.ts";
import { type Catalogue, isGuarded } from "../../flows/tenant/catalogue.ts";
import { securityMark } from "../../flows/tenant/flag-security-domain.ts";
import type { Tenant } from "../../flows/tenant/tenant.ts";
import { type Block, plainSection } from "../blocks/block.ts";
import { cutLines } from "../blocks/slack-limits.ts";

interface Against {
  readonly catalogue: Catalogue;
  readonly tenant: Tenant;
}

const unknown = "not in the catalogue";

/**
 * Each domain with what the catalogue says of it. Nothing is renamed: a tenant may use the other spelling. What it is about
 * is left out where a list would be longer with it than `most` characters: no name is cut off for a description.
 */
export function noteDomains(permissions: Permissions, against: Against, most: number): Permissions {
  const noted = mapDomains(permissions, (domain) => `${domain}${noteDomain(domain, against)}`);
  const described = describeDomains(permissions, against.catalogue, noted);
  return accesses.every(
    (access) => cutLines(described[access], most) === described[access].join("\n"),
  )
    ? described
    : noted;
}

/** Each domain with what it is about, in the words of the guide that the catalogue has it from. */
export function describeDomains(
  permissions: Permissions,
  catalogue: Catalogue,
  shown: Permissions = permissions,
): Permissions {
  return mapDomains(permissions, (domain, access, at) => {
    const about = catalogue.find(domain)?.domain.description;
    const name = shown[access][at] ?? domain;
    return about === undefined ? name : `${name} · ${about}`;
  });
}

export function mapDomains(
  { Get, Put, View, Modify }: Permissions,
  map: (domain: string, access: Access, at: number) => string,
): Permissions {
  return {
    Get: Get.map((domain, at) => map(domain, "Get", at)),
    Put: Put.map((domain, at) => map(domain, "Put", at)),
    View: View.map((domain, at) => map(domain, "View", at)),
    Modify: Modify.map((domain, at) => map(domain, "Modify", at)),
  };
}

/** What the catalogue says of one, in brackets behind it; empty where it says nothing that matters. */
export function noteDomain(domain: string, { catalogue, tenant }: Against): string {
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
          "Names are asked for as they stand here, also those that the catalogue spells differently.",
        ]
      : []),
  ];
  return lines.length === 0 ? [] : [plainSection(lines.join("\n"))];
}

/**
 * What the domains are about that an approver decides on: all that are pending on the card, whoever made that, and all that
 * were asked for. One that the catalogue does not describe is named as that, so that nobody takes it for harmless.
 */
export function explainDecided({ phase, draft }: Request, catalogue: Catalogue): readonly string[] {
  if (phase.kind !== "waiting-for-approval") return [];
  const { pending } = phase.asked;
  const changes = pending.kind === "seen" ? pending.changes : [];
  const names = [
    ...changes.filter(({ kind }) => kind === "domain").map(({ policy }) => policy),
    ...listPermissions(accountOf(draft)?.permissions ?? noPermissions).map(({ domain }) => domain),
  ];
  const lines = [...new Set(names)].map(
    (name) => `${name} · ${catalogue.find(name)?.domain.description ?? "no description known"}`,
  );
  return lines.length === 0 ? [] : ["What these domains are about:", ...lines];
}
