import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type { DomainPolicy, Implementation, PolicyPart } from "../../flows/ports/implementation.ts";
import { err, ok, type Result } from "../../result.ts";
import { type DataItem, readDataItems } from "../fields/data-items.ts";
import { type Element, findUnsendable, toReference, toResponseFilter } from "../fields/element.ts";
import { listOf, Text } from "../fields/reply-parts.ts";
import { idOf, TypedIds, toReferenceOf } from "../fields/typed-ids.ts";
import { quoteForeign } from "../wire/foreign-text.ts";
import { toHandBack } from "../wire/foreign-tree.ts";
import type { Call } from "../wire/soap.ts";
import { unreadable } from "../wire/unreadable.ts";
import type { Credentials } from "../wire/username-token.ts";
import { readPages } from "./read-pages.ts";

const get = "Get_Domain_Security_Policy";
const put = "Put_Domain_Security_Policies";

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

const Named = z.object({ Domain_Reference: TypedIds, Domain_Name: Text });

const wholePolicy = { Include_Reference: true, Include_Domain_Security_Policy_Data: true };

/** A page holds whole policies, so it is kept well below the 999 that Workday allows. */
const pageSize = 100;

/**
 * Reads the names of all domains that have a policy, page by page. That a Get without references gives all
 * of them is how every Get of these services works; for this one it is an inference.
 *
 * @see Workday Core_Implementation_Service v47.0, Get_Domain_Security_Policy
 */
export async function listDomains(
  call: Call,
  as: Credentials,
): ReturnType<Implementation["listDomains"]> {
  const pages = await readPages((page) => {
    const filter = toResponseFilter(page, pageSize);
    const request = { Response_Filter: filter, Response_Group: wholePolicy };
    return call({ operation: get, request }, as);
  });
  if (!pages.ok) return pages;
  const domains: { wid: string; name: string }[] = [];
  for (const page of pages.value) {
    for (const { data } of readDataItems(page) ?? [{ data: {} }]) {
      const named = Named.safeParse(data);
      const wid = named.success ? idOf(named.data.Domain_Reference, "WID") : undefined;
      if (!named.success || wid === undefined) return err(unreadable(get));
      domains.push({ wid, name: named.data.Domain_Name });
    }
  }
  return ok(domains);
}

/**
 * Reads one whole policy. That it shows what is pending as well as what is active is an inference.
 *
 * @returns `undefined` where the tenant has no policy for this domain
 * @see Workday Core_Implementation_Service v47.0, Get_Domain_Security_Policy
 */
export async function findPolicy(
  call: Call,
  as: Credentials,
  wid: string,
): Promise<Result<DomainPolicy | undefined, Fault>> {
  const request = {
    Request_References: { Domain_Reference: toReference("WID", wid) },
    Response_Group: wholePolicy,
  };
  const answer = await call({ operation: get, request }, as);
  if (!answer.ok) {
    return answer.error.reason === "invalid-id" ? ok(undefined) : err(answer.error.fault);
  }
  const items = readDataItems(answer.value);
  const [first, ...others] = items ?? [];
  if (items === undefined || others.length > 0) return err(unreadable(get));
  if (first === undefined) return ok(undefined);
  const policy = toPolicy(first, as);
  return policy?.wid === wid ? ok(policy) : err(unreadable(get));
}

function toPolicy({ data }: DataItem, as: Credentials): DomainPolicy | undefined {
  const parsed = Policy.safeParse(data);
  if (!parsed.success) return undefined;
  const { Domain_Reference: domainIds, Domain_Name: name } = parsed.data;
  const wid = idOf(domainIds, "WID");
  const rest = toRest(parsed.data);
  const permissions = parsed.data.Security_Policy_Permission_Data.map((one) =>
    toPermission(one, as),
  );
  const known = permissions.filter((one) => one !== undefined);
  if (wid === undefined || rest === undefined || known.length < permissions.length)
    return undefined;
  return { wid, name, domainIds, permissions: known, rest };
}

function toPermission(
  permission: z.infer<typeof Permission>,
  { password }: Credentials,
): DomainPolicy["permissions"][number] | undefined {
  const operationIds = permission.Security_Operation_Reference;
  const operation = idOf(operationIds, "Security_Operation_ID");
  if (operation === undefined) return undefined;
  const groups = permission.Security_Group_Reference.map((ids) => {
    const wid = idOf(ids, "WID") ?? "";
    const label = idOf(ids, "Tenant_Security_Group_ID", "Workday_Security_Group_ID") ?? wid;
    return { wid, label: quoteForeign(label, [password]) ?? "a group", ids };
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
  if (!parts.every(({ value }) => toHandBack(value) !== undefined)) return undefined;
  return parts.map(({ what, value }) => ({ what, text: JSON.stringify(value) }));
}

/**
 * Writes one whole policy, pending until somebody activates it. Sends nothing where a text could not go back
 * exactly as it came.
 *
 * @see Workday Core_Implementation_Service v47.0, Put_Domain_Security_Policies
 */
export async function putPolicy(
  call: Call,
  as: Credentials,
  policy: DomainPolicy,
): Promise<Result<void, Fault>> {
  const request = { Domain_Security_Policy_Data: toData(policy) };
  const unsendable = findUnsendable(request);
  if (unsendable !== undefined) {
    const words = `The policy of ${policy.name} holds characters in its ${unsendable.replaceAll("_", " ")} that the bot cannot send back unchanged, so it wrote nothing. A person has to change this policy.`;
    return err({ kind: "rejected", outside: "Workday", words });
  }
  const answer = await call({ operation: put, request }, as);
  return answer.ok ? ok(undefined) : err(answer.error.fault);
}

function toData({ domainIds, name, permissions, rest }: DomainPolicy): Element {
  return {
    Domain_Reference: toReferenceOf(domainIds),
    Domain_Name: name,
    ...toParts(rest, "Disabled"),
    ...toParts(rest, "Notes"),
    Security_Policy_Permission_Data: permissions.map(({ groups, operationIds }) => ({
      Security_Group_Reference: groups.map(({ ids }) => toReferenceOf(ids)),
      Security_Operation_Reference: toReferenceOf(operationIds),
    })),
    ...toParts(rest, "Security_Subpolicy_Data"),
  };
}

function toParts(rest: readonly PolicyPart[], name: string): Element {
  const texts = rest.filter(({ what }) => what === name).map(({ text }) => text);
  const values = texts.map((text) => toHandBack(JSON.parse(text)) ?? {});
  return values.length === 0 ? {} : { [name]: values };
}
