import { findAccount } from "../accounts.ts";
import { findGroupById } from "../security.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  childText,
  flagOf,
  isTrue,
  refusal,
  resolveReference,
} from "../soap/read.ts";
import {
  addOnlyAttribute,
  many,
  reference,
  required,
  sequence,
  value,
  versionAttribute,
} from "../soap/shape.ts";
import { leaf, tag, type XmlElement } from "../soap/xml.ts";
import { type SecurityGroup, type TenantState, widOf } from "../state.ts";
import { coreImplementation, securityGroupIds } from "./core-implementation.ts";
import { getRequest, getResponse } from "./get-request.ts";
import type { Operation, OperationCall } from "./operation.ts";
import { findSystemUser, renderReference, renderSystemUser, systemUserIds } from "./references.ts";

const unconstrained = "Integration System Security Group (Unconstrained)";
const dataName = "Integration_System_Security_Group__Unconstrained__Data";
/** What a Put answers with; a Get has the reference of the group's own type. */
const anyReference = "Integration_System_Security_Group__All__Reference";
const referenceName = "Integration_System_Security_Group__Unconstrained__Reference";

/**
 * Lists Integration System Security Groups (Unconstrained).
 * @see Workday Core_Implementation_Service v47.0
 */
export const getSecurityGroups: Operation = {
  ...coreImplementation,
  name: "Get_Integration_System_Security_Groups__Unconstrained_",
  access: "Get",
  request: getRequest("Get_Integration_System_Security_Groups__Unconstrained_", {
    reference: referenceName,
    types: securityGroupIds,
    criteria: sequence("Request_Criteria", [
      many(reference("Integration_System_User_Reference", systemUserIds)),
    ]),
    group: [value("Include_Reference", "boolean")],
  }),
  perform: (call, request) =>
    getResponse(call, request, {
      instances: [...call.state.groups.values()].filter(({ type }) => type === unconstrained),
      render: (group) =>
        tag("Integration_System_Security_Group__Unconstrained_", [
          renderGroup(call, group, referenceName),
          ...Array.from({ length: group.timesShown ?? 1 }, () => renderData(call, group)),
        ]),
    }),
};

export function renderGroup(call: OperationCall, group: SecurityGroup, name: string): string {
  return renderReference(call, name, {
    descriptor: group.name,
    ids: [
      ["WID", group.wid],
      ["Tenant_Security_Group_ID", group.id],
    ],
  });
}

function renderData(call: OperationCall, group: SecurityGroup): string {
  const members = [...group.members].flatMap((name) => findAccount(call.state, name) ?? []);
  return tag(
    dataName,
    [
      leaf("Name", group.name),
      leaf("Comment", group.comment === "" ? undefined : group.comment),
      leaf("Inactive", !group.isActive),
      ...members.map((account) => renderSystemUser(call, account)),
    ],
    { ID: group.id },
  );
}

/**
 * Creates or replaces a group: a member that is not sent is a member no more. The wording of the refusals is
 * a guess; that Add_Only refuses an id that exists is what the attribute is for.
 *
 * @see Workday Core_Implementation_Service v47.0
 */
export const putSecurityGroup: Operation = {
  ...coreImplementation,
  name: "Put_Integration_System_Security_Group__Unconstrained_",
  access: "Put",
  request: sequence(
    "Put_Integration_System_Security_Group__Unconstrained__Request",
    [
      reference(referenceName, securityGroupIds),
      required(
        sequence(
          dataName,
          [
            required(value("Name")),
            value("Comment"),
            value("Inactive", "boolean"),
            many(reference("Integration_System_User_Reference", systemUserIds)),
          ],
          [{ name: "ID", isRequired: false, value: "string" }],
        ),
      ),
    ],
    [addOnlyAttribute, versionAttribute],
  ),
  perform(call, request) {
    const data = childOf(request, dataName) ?? request;
    const group = proposed(call.state, request, data);
    call.state.groups.set(group.name.toLowerCase(), group);
    call.state.changed();
    return tag(`${this.name}_Response`, [renderGroup(call, group, anyReference)], {
      version: call.version,
    });
  },
};

function proposed(state: TenantState, request: XmlElement, data: XmlElement): SecurityGroup {
  const name = childText(data, "Name") ?? "";
  const id = attributeOf(data, "ID") ?? name.replaceAll(/\W+/g, "_");
  const referenced = resolveReference(childOf(request, referenceName), (type, wanted) =>
    findGroupById(state, type, wanted),
  );
  const there = referenced ?? findGroupById(state, "Tenant_Security_Group_ID", id);
  refuse(state, request, { there, name });
  return {
    wid: there?.wid ?? widOf(state.definition.name, "group", name),
    id: there?.id ?? id,
    name,
    type: unconstrained,
    comment: childText(data, "Comment") ?? "",
    isActive: flagOf(data, "Inactive") !== true,
    members: new Set(childrenOf(data, "Integration_System_User_Reference").map(memberOf(state))),
    administeredBy: new Set(),
    includedIn: new Set(),
  };
}

function refuse(
  state: TenantState,
  request: XmlElement,
  { there, name }: { readonly there: SecurityGroup | undefined; readonly name: string },
): void {
  if (there !== undefined && isTrue(attributeOf(request, "Add_Only"))) {
    const message = `Add Only is set, but a Security Group with the ID '${there.id}' already exists.`;
    throw refusal(request, message);
  }
  const named = state.groups.get(name.toLowerCase());
  if (named !== undefined && named !== there) {
    throw refusal(request, `A security group with the name "${name}" already exists.`);
  }
  if (there !== undefined && there.name !== name) {
    throw refusal(request, "This emulator renames no group.");
  }
}

function memberOf(state: TenantState): (reference: XmlElement) => string {
  return (element) => {
    const account = resolveReference(element, (type, id) => findSystemUser(state, type, id));
    if (account?.kind === "isu") return account.userName;
    throw refusal(element, "Only integration system users can be members of this group.");
  };
}
