import { findAccount } from "../accounts.ts";
import { many, reference, sequence, value } from "../soap/shape.ts";
import { leaf, tag } from "../soap/xml.ts";
import { type SecurityGroup, widOf } from "../state.ts";
import { coreImplementation, securityGroupIds } from "./core-implementation.ts";
import { getRequest, getResponse } from "./get-request.ts";
import type { Operation, OperationCall } from "./operation.ts";
import { renderReference, renderSystemUser, systemUserIds } from "./references.ts";
import { renderGroup } from "./security-groups.ts";

const constrained = "Integration System Security Group (Constrained)";
const element = "Integration_System_Security_Group__Constrained_";

/**
 * Lists Integration System Security Groups (Constrained).
 * @see Workday Core_Implementation_Service v47.0
 */
export const getConstrainedGroups: Operation = {
  ...coreImplementation,
  name: "Get_Integration_System_Security_Groups__Constrained_",
  access: "Get",
  request: getRequest("Get_Integration_System_Security_Groups__Constrained_", {
    reference: `${element}_Reference`,
    types: securityGroupIds,
    criteria: sequence("Request_Criteria", [
      many(reference("Integration_System_User_Reference", systemUserIds)),
    ]),
    group: [value("Include_Reference", "boolean")],
  }),
  perform: (call, request) =>
    getResponse(call, request, {
      instances: [...call.state.groups.values()].filter(({ type }) => type === constrained),
      render: (group) =>
        tag(element, [renderGroup(call, group, `${element}_Reference`), renderData(call, group)]),
    }),
};

function renderData(call: OperationCall, group: SecurityGroup): string {
  const members = [...group.members].flatMap((name) => findAccount(call.state, name) ?? []);
  const { organizations = [], scope } = group.constraint ?? {};
  return tag(
    `${element}_Data`,
    [
      leaf("Name", group.name),
      leaf("Comment", group.comment === "" ? undefined : group.comment),
      leaf("Inactive", !group.isActive),
      ...members.map((account) => renderSystemUser(call, account)),
      ...organizations.map((name) => renderOrganization(call, name)),
      scope === "subordinates"
        ? leaf("Applies_to_Current_Organization_And_All_Subordinates", true)
        : leaf("Applies_to_Current_Organization_Only", true),
    ],
    { ID: group.id },
  );
}

function renderOrganization(call: OperationCall, name: string): string {
  return renderReference(call, "Organization_Reference", {
    descriptor: name,
    ids: [
      ["WID", widOf(call.state.definition.name, "organization", name)],
      ["Organization_Reference_ID", name.replaceAll(/\W+/g, "_")],
    ],
  });
}
