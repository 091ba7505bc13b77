import { childOf, childrenOf, resolveReference } from "../soap/read.ts";
import { sequence, value } from "../soap/shape.ts";
import { leaf, tag } from "../soap/xml.ts";
import type { IntegrationSystem } from "../state.ts";
import { getRequest, getResponse } from "./get-request.ts";
import type { Operation, OperationCall } from "./operation.ts";
import {
  findIntegrationSystem,
  integrationSystemIds,
  renderIntegrationSystem,
  renderReference,
} from "./references.ts";

/**
 * Lists integration systems. What its criteria may hold is not known here: none is accepted.
 *
 * @see Workday Integrations v31.2, Get_Integration_Systems
 */
export const getIntegrationSystems: Operation = {
  service: "Integrations",
  name: "Get_Integration_Systems",
  access: "Get",
  domains: ["Integration Build"],
  request: getRequest("Get_Integration_Systems", {
    reference: "Integration_System_Reference",
    types: integrationSystemIds,
    criteria: sequence("Request_Criteria", []),
    isEither: true,
    group: [value("Include_Reference", "boolean")],
  }),
  perform(call, request) {
    const references = childrenOf(
      childOf(request, "Request_References"),
      "Integration_System_Reference",
    );
    const asked = references.flatMap(
      (reference) =>
        resolveReference(reference, (type, id) => findIntegrationSystem(call.state, type, id)) ??
        [],
    );
    const all = [...call.state.integrationSystems.values()];
    return getResponse(call, request, {
      instances: references.length > 0 ? asked : all,
      render: (system) => render(call, system),
    });
  },
};

function render(call: OperationCall, system: IntegrationSystem): string {
  const template = system.template;
  return tag("Integration_System", [
    renderIntegrationSystem(call, system),
    tag("Integration_System_Data", [
      leaf("Integration_System_ID", system.id),
      leaf("Integration_System_Name", system.name),
      template === undefined
        ? ""
        : renderReference(call, "Integration_Template_Reference", {
            descriptor: template,
            ids: [["Integration_Template_Name", template]],
          }),
    ]),
  ]);
}
