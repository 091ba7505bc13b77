import { z } from "zod";
import type { DomainPolicy, PolicyPart, Subdomain } from "../../flows/ports/implementation.ts";
import { err, ok } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import { type DataItem, readDataItems } from "../fields/data-items.ts";
import { type Element, toReference, toResponseFilter } from "../fields/element.ts";
import { implementationDomains } from "../fields/implementation-parts.ts";
import type { Operation, Parsed } from "../fields/operation.ts";
import { Labels, listOf, Text } from "../fields/reply-parts.ts";
import { idOf, TypedIds } from "../fields/typed-ids.ts";
import { quoteForeign } from "../wire/foreign-text.ts";
import { toHandBack, withoutDescriptors } from "../wire/foreign-tree.ts";
import { responseFilterType, toReferenceType } from "../wsdl/types.ts";

const requestType = `<xsd:complexType name="Get_Domain_Security_Policy_RequestType"><xsd:sequence>
<xsd:element name="Request_References" type="wd:Domain_Request_ReferencesType" minOccurs="0"/>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
<xsd:element name="Response_Group" type="wd:Domain_Response_GroupType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Domain_Request_ReferencesType"><xsd:sequence>
<xsd:element name="Domain_Reference" type="wd:DomainObject" maxOccurs="unbounded"/>
</xsd:sequence></xsd:complexType>
<xsd:complexType name="Domain_Response_GroupType"><xsd:sequence>
<xsd:element name="Include_Reference" type="xsd:boolean" minOccurs="0"/>
<xsd:element name="Include_Domain_Security_Policy_Data" type="xsd:boolean" minOccurs="0"/>
</xsd:sequence></xsd:complexType>`;

const Permission = z.strictObject({
  Security_Group_Reference: listOf(TypedIds),
  Security_Operation_Reference: TypedIds,
});

/** An element that is not here would be lost by the next write, so it makes the policy unreadable. */
const Policy = z.strictObject({
  Domain_Reference: TypedIds,
  Domain_Name: Text,
  Disabled: z.unknown().optional(),
  Notes: z.unknown().optional(),
  Security_Policy_Permission_Data: listOf(Permission),
  Security_Subpolicy_Data: listOf(z.unknown()),
});

const Named = z.object({
  Domain_Reference: TypedIds,
  Domain_Name: Text,
  Security_Subpolicy_Data: listOf(z.unknown()),
});

/** A subordinate domain's line stands in the policy of the domain above it. */
const Subpolicy = z.object({
  Subdomain_Reference: TypedIds,
  Domain_Name: Text,
  Security_Subpolicy_Permission_Data: listOf(Permission),
});

const wholePolicy = { Include_Reference: true, Include_Domain_Security_Policy_Data: true };

/** A page holds whole policies, so it is kept well below the 999 that Workday allows. */
const pageSize = 100;

type Asked = { readonly page: number } | { readonly wid: string };

/** A domain that has a policy. `policy` is absent where it holds something that the bot does not know. */
interface ReadPolicy {
  readonly wid: string;
  readonly name: string;
  readonly policy?: DomainPolicy;
  /** Who holds what in the domains below; `undefined` where that cannot be read whole. */
  readonly subdomains: readonly Subdomain[] | undefined;
}

/**
 * Reads whole policies: one page of all, or one domain's. That a Get without references gives all of them is
 * how every Get of these services works; for this one it is an inference, and so is that it shows what is
 * pending as well as what is active. A domain that the tenant does not know is the failure `invalid-id`.
 *
 * @see Workday Core_Implementation_Service v47.0, Get_Domain_Security_Policy; references and response group as
 * practitioners send them
 */
export const getDomainSecurityPolicy: Operation<Asked, readonly ReadPolicy[]> = {
  service: "Core_Implementation_Service",
  name: "Get_Domain_Security_Policy",
  needs: implementationDomains,
  types: [requestType, responseFilterType, toReferenceType("DomainObject")],
  toRequest,
  parse: (reply, { secrets }) => parse(reply, secrets),
};

function toRequest(asked: Asked): Element {
  const which =
    "page" in asked
      ? { Response_Filter: toResponseFilter(asked.page, pageSize) }
      : { Request_References: { Domain_Reference: toReference("WID", asked.wid) } };
  return { ...which, Response_Group: wholePolicy };
}

function parse(reply: object, secrets: readonly Secret[]): Parsed<readonly ReadPolicy[]> {
  const items = readDataItems(reply);
  if (items === undefined) return err("unreadable");
  const policies: ReadPolicy[] = [];
  for (const item of items) {
    const read = item.data === undefined ? toNamed(item) : toRead(item.data, secrets);
    if (read === undefined) return err("unreadable");
    policies.push(read);
  }
  return ok(policies);
}

/** A domain that says nothing of itself, or several things, by the reference and the descriptor that it has. */
function toNamed({ reference }: DataItem): ReadPolicy | undefined {
  const ids = TypedIds.safeParse(reference);
  const labels = Labels.safeParse(reference);
  const wid = ids.success ? idOf(ids.data, "WID") : undefined;
  if (wid === undefined || !labels.success) return undefined;
  return { wid, name: labels.data[0] ?? "", subdomains: undefined };
}

function toRead(data: unknown, secrets: readonly Secret[]): ReadPolicy | undefined {
  const named = Named.safeParse(data);
  const wid = named.success ? idOf(named.data.Domain_Reference, "WID") : undefined;
  if (!named.success || wid === undefined) return undefined;
  const policy = toPolicy(data, secrets);
  const { Domain_Name: name, Security_Subpolicy_Data: below } = named.data;
  return { wid, name, ...(policy && { policy }), subdomains: toSubdomains(below, secrets) };
}

function toSubdomains(
  below: readonly unknown[],
  secrets: readonly Secret[],
): readonly Subdomain[] | undefined {
  const all = below.map((one) => toSubdomain(one, secrets));
  const known = all.filter((one) => one !== undefined);
  return known.length < all.length ? undefined : known;
}

function toSubdomain(value: unknown, secrets: readonly Secret[]): Subdomain | undefined {
  const parsed = Subpolicy.safeParse(value);
  if (!parsed.success) return undefined;
  const { Subdomain_Reference, Domain_Name, Security_Subpolicy_Permission_Data } = parsed.data;
  const name = Domain_Name === "" ? Labels.safeParse(readReference(value)).data?.[0] : Domain_Name;
  const permissions = Security_Subpolicy_Permission_Data.map((one) => toPermission(one, secrets));
  const known = permissions.filter((one) => one !== undefined);
  const wid = idOf(Subdomain_Reference, "WID");
  if (name === undefined || wid === undefined || known.length < permissions.length)
    return undefined;
  return { wid, name, permissions: known };
}

function readReference(value: unknown): unknown {
  return z.object({ Subdomain_Reference: z.unknown() }).safeParse(value).data?.Subdomain_Reference;
}

function toPolicy(data: unknown, secrets: readonly Secret[]): DomainPolicy | undefined {
  const parsed = Policy.safeParse(data);
  if (!parsed.success) return undefined;
  const { Domain_Reference: domainIds, Domain_Name: name } = parsed.data;
  const wid = idOf(domainIds, "WID");
  const rest = toRest(parsed.data);
  const permissions = parsed.data.Security_Policy_Permission_Data.map((one) =>
    toPermission(one, secrets),
  );
  const known = permissions.filter((one) => one !== undefined);
  if (wid === undefined || rest === undefined || known.length < permissions.length)
    return undefined;
  return { wid, name, domainIds, permissions: known, rest };
}

function toPermission(
  permission: z.infer<typeof Permission>,
  secrets: readonly Secret[],
): DomainPolicy["permissions"][number] | undefined {
  const operationIds = permission.Security_Operation_Reference;
  const operation = idOf(operationIds, "Security_Operation_ID");
  if (operation === undefined) return undefined;
  const groups = permission.Security_Group_Reference.map((ids) => {
    const wid = idOf(ids, "WID") ?? "";
    const label = idOf(ids, "Tenant_Security_Group_ID", "Workday_Security_Group_ID") ?? wid;
    return { wid, label: quoteForeign(label, secrets) ?? "a group", ids };
  });
  return groups.some(({ wid }) => wid === "") ? undefined : { operation, operationIds, groups };
}

/** Everything else, as canonical text. `undefined` where something could not be handed back as it came. */
function toRest({
  Disabled,
  Notes,
  Security_Subpolicy_Data,
}: z.infer<typeof Policy>): readonly PolicyPart[] | undefined {
  const parts = [
    ...(Disabled === undefined ? [] : [{ what: "Disabled", value: Disabled }]),
    ...(Notes === undefined ? [] : [{ what: "Notes", value: Notes }]),
    ...Security_Subpolicy_Data.map((value) => ({ what: "Security_Subpolicy_Data", value })),
  ];
  const plain = parts.map(({ what, value }) => ({ what, value: withoutDescriptors(value) }));
  if (!plain.every(({ value }) => toHandBack(value) !== undefined)) return undefined;
  return plain.map(({ what, value }) => ({ what, text: JSON.stringify(value) }));
}
