import type { Access } from "../definition.ts";
import { domainPermission, findGroupById, permissionKey, proposeChange } from "../security.ts";
import { childOf, childrenOf, childText, refusal, resolveReference } from "../soap/read.ts";
import {
  type ElementShape,
  many,
  reference,
  required,
  sequence,
  value,
  versionAttribute,
} from "../soap/shape.ts";
import { echo, leaf, tag, type XmlElement } from "../soap/xml.ts";
import { type Permission, type TenantState, widOf } from "../state.ts";
import { coreImplementation, securityGroupIds } from "./core-implementation.ts";
import { getRequest, getResponse } from "./get-request.ts";
import type { Operation, OperationCall } from "./operation.ts";
import { renderReference } from "./references.ts";

/** One of these was seen (Get and Put); the others are guesses in its manner. */
const operationIds: Readonly<Record<Access, string>> = {
  Get: "get_secOp",
  Put: "getUpdate_secOp",
  View: "view_secOp",
  Modify: "viewUpdate_secOp",
};
const accesses: readonly Access[] = ["Get", "Put", "View", "Modify"];

const groupReferences = many(reference("Security_Group_Reference", securityGroupIds));
const operationReference = required(
  reference("Security_Operation_Reference", ["WID", "Security_Operation_ID"]),
);

/** The lines of a subordinate domain, which has no policy of its own. */
const subpolicy: ElementShape = sequence("Security_Subpolicy_Data", [
  required(reference("Subdomain_Reference", ["WID"])),
  value("Domain_Name"),
  value("Disabled", "boolean"),
  value("Notes"),
  many(sequence("Security_Subpolicy_Permission_Data", [groupReferences, operationReference])),
]);

const policyData = sequence("Domain_Security_Policy_Data", [
  required(reference("Domain_Reference", ["WID"])),
  value("Domain_Name"),
  value("Disabled", "boolean"),
  value("Notes"),
  many(sequence("Security_Policy_Permission_Data", [groupReferences, operationReference])),
  many(subpolicy),
]);

/** Shows each policy with what is pending in it. The name of the element around the data is a guess. */
export const getDomainSecurityPolicy: Operation = {
  ...coreImplementation,
  name: "Get_Domain_Security_Policy",
  access: "Get",
  request: getRequest("Get_Domain_Security_Policy", {
    reference: "Domain_Reference",
    types: ["WID"],
    group: [
      value("Include_Reference", "boolean"),
      value("Include_Domain_Security_Policy_Data", "boolean"),
    ],
  }),
  perform(call, request) {
    const references = childrenOf(childOf(request, "Request_References"), "Domain_Reference");
    const asked = references.flatMap((one) => findDomainOf(call.state, one) ?? []);
    return getResponse(call, request, {
      instances: references.length > 0 ? asked : call.state.definition.domains,
      render: (domain) =>
        tag("Domain_Security_Policy", [
          renderDomain(call, domain),
          tag("Domain_Security_Policy_Data", renderPolicy(call, domain)),
        ]),
    });
  },
};

/**
 * Replaces one whole policy: a line that is not sent is taken away. All of it is pending, and the answer is empty.
 * @see Workday Core_Implementation_Service v47.0
 */
export const putDomainSecurityPolicies: Operation = {
  ...coreImplementation,
  name: "Put_Domain_Security_Policies",
  access: "Put",
  request: sequence(
    "Put_Domain_Security_Policies_Request",
    [required(policyData)],
    [versionAttribute],
  ),
  perform(call, request) {
    const { state } = call;
    const data = childOf(request, "Domain_Security_Policy_Data") ?? request;
    const domain = findDomainOf(state, childOf(data, "Domain_Reference"));
    if (domain === undefined) throw refusal(data, "Domain is required.");
    replace(state, { domain, data, lines: readLines(state, domain, data) });
    state.changed();
    return tag("Put_Domain_Security_Policies_Response", [], { version: call.version });
  },
};

interface Replacement {
  readonly domain: string;
  readonly data: XmlElement;
  readonly lines: readonly Permission[];
}

function replace(state: TenantState, { domain, data, lines }: Replacement): void {
  const by = "Core_Implementation_Service";
  const wanted = new Set(lines.map(permissionKey));
  const held = linesOf(state, domain);
  const kept = new Set(held.map(permissionKey));
  for (const line of held) {
    if (!wanted.has(permissionKey(line))) proposeChange(state, line, "Removed", by);
  }
  for (const line of lines) {
    if (!kept.has(permissionKey(line))) proposeChange(state, line, "Added", by);
  }
  state.policies.set(domain, {
    disabled: childText(data, "Disabled") ?? "0",
    notes: childText(data, "Notes") ?? "",
    subpolicies: childrenOf(data, "Security_Subpolicy_Data").map(echo).join(""),
  });
}

function readLines(state: TenantState, domain: string, data: XmlElement): readonly Permission[] {
  return childrenOf(data, "Security_Policy_Permission_Data").flatMap((permission) => {
    const operation = childOf(permission, "Security_Operation_Reference");
    const access = resolveReference(operation, (type, id) =>
      accesses.find((one) => (type === "WID" ? widOfAccess(state, one) : operationIds[one]) === id),
    );
    if (access === undefined)
      throw refusal(permission, "Only one Security Operation is allowed per Permission.");
    return childrenOf(permission, "Security_Group_Reference").map((one) => {
      const group = resolveReference(one, (type, id) => findNameOfGroup(state, type, id));
      if (group === undefined) throw refusal(one, "Security Group is required.");
      return domainPermission(domain, group, access);
    });
  });
}

/** Policies name groups of Workday's own too, which the emulator knows from their lines alone. */
function findNameOfGroup(state: TenantState, type: string, id: string): string | undefined {
  const group = findGroupById(state, type, id);
  if (group !== undefined) return group.name;
  const lines = [...state.active.values(), ...state.pending.values()];
  return lines.find(({ securityGroup: name }) =>
    type === "WID" ? widOf(state.definition.name, "group", name) === id : name === id,
  )?.securityGroup;
}

/** What will hold after the next activation. */
function linesOf(state: TenantState, domain: string): readonly Permission[] {
  const removed = new Set(
    [...state.pending.values()].filter(({ change }) => change === "Removed").map(permissionKey),
  );
  const added = [...state.pending.values()].filter(({ change }) => change === "Added");
  return [...state.active.values(), ...added].filter(
    (line) => line.kind === "domain" && line.policy === domain && !removed.has(permissionKey(line)),
  );
}

function renderPolicy(call: OperationCall, domain: string): readonly string[] {
  const { state } = call;
  const lines = linesOf(state, domain);
  const policy = state.policies.get(domain);
  return [
    renderDomain(call, domain),
    leaf("Domain_Name", domain),
    leaf("Disabled", policy?.disabled ?? "0"),
    leaf("Notes", policy?.notes === "" ? undefined : policy?.notes),
    ...accesses.flatMap((access) => {
      const own = lines.filter((line) => line.access === access);
      return own.length === 0 ? [] : [renderPermission(call, access, own)];
    }),
    withDescriptors(call, policy?.subpolicies ?? ""),
  ];
}

/** Subpolicies are kept as they were sent, and shown as every reference is. */
function withDescriptors(call: OperationCall, subpolicies: string): string {
  if (!call.descriptors) return subpolicies;
  return subpolicies.replaceAll(
    /<wd:(\w+_Reference)>/g,
    '<wd:$1 wd:Descriptor="As people see it">',
  );
}

function renderPermission(
  call: OperationCall,
  access: Access,
  lines: readonly Permission[],
): string {
  const { state } = call;
  const groups = lines.map(({ securityGroup }) => {
    const group = state.groups.get(securityGroup.toLowerCase());
    const wid = group?.wid ?? widOf(state.definition.name, "group", securityGroup);
    const id = group?.id ?? securityGroup;
    const type = group === undefined ? "Workday_Security_Group_ID" : "Tenant_Security_Group_ID";
    const ids = [["WID", wid] as const, [type, id] as const];
    return renderReference(call, "Security_Group_Reference", { descriptor: securityGroup, ids });
  });
  const operation = renderReference(call, "Security_Operation_Reference", {
    descriptor: access,
    ids: [
      ["WID", widOfAccess(state, access)],
      ["Security_Operation_ID", operationIds[access]],
    ],
  });
  return tag("Security_Policy_Permission_Data", [...groups, operation]);
}

function renderDomain(call: OperationCall, domain: string): string {
  return renderReference(call, "Domain_Reference", {
    descriptor: domain,
    ids: [["WID", widOf(call.state.definition.name, "domain", domain)]],
  });
}

function findDomainOf(state: TenantState, element: XmlElement | undefined): string | undefined {
  return resolveReference(element, (_type, id) =>
    state.definition.domains.find(
      (domain) => widOf(state.definition.name, "domain", domain) === id,
    ),
  );
}

function widOfAccess(state: TenantState, access: Access): string {
  return widOf(state.definition.name, "security-operation", access);
}
