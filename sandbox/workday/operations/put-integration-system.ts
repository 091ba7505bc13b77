import {
  attributeOf,
  childOf,
  childText,
  isTrue,
  refusal,
  resolveReference,
} from "../soap/read.ts";
import {
  addOnlyAttribute,
  reference,
  required,
  sequence,
  value,
  versionAttribute,
} from "../soap/shape.ts";
import { leaf, tag, type XmlElement } from "../soap/xml.ts";
import { type IntegrationSystem, type TenantState, widOf } from "../state.ts";
import type { Operation, OperationCall } from "./operation.ts";
import {
  findIntegrationSystem,
  integrationSystemIds,
  renderIntegrationSystem,
} from "./references.ts";

/**
 * Creates or updates an integration system. The wording of the refusals is a
 * guess; that Add_Only refuses an id that exists is what the attribute is for.
 *
 * @see Workday Integrations v31.2, Put_Integration_System
 */
export const putIntegrationSystem: Operation = {
  service: "Integrations",
  name: "Put_Integration_System",
  access: "Put",
  domains: ["Integration Build"],
  request: sequence(
    "Put_Integration_System_Request",
    [
      reference("Integration_System_Reference", integrationSystemIds),
      required(
        sequence("Integration_System_Data", [
          value("Integration_System_ID"),
          value("Integration_System_Name"),
          reference("Integration_Template_Reference", ["WID", "Integration_Template_Name"]),
        ]),
      ),
    ],
    [addOnlyAttribute, versionAttribute],
  ),
  perform(call, request) {
    const data = childOf(request, "Integration_System_Data") ?? request;
    const system = proposed(call.state, request, data);
    if (call.exceptions?.stored === false) return response(call, undefined);
    call.state.integrationSystems.set(system.id, system);
    call.state.changed();
    return response(call, system);
  },
};

/** The system as it would stand, after every rule has been checked. */
function proposed(state: TenantState, request: XmlElement, data: XmlElement): IntegrationSystem {
  const existing = existingSystem(state, request, data);
  const template = templateOf(state, data);
  if (existing === undefined) return newSystem(state, data, template);
  if (isTrue(attributeOf(request, "Add_Only"))) {
    const message = `Add Only is set, but an Integration System with the ID '${existing.id}' already exists.`;
    throw refusal(request, message);
  }
  const name = childText(data, "Integration_System_Name") ?? existing.name;
  refuseTakenName(state, data, name, existing);
  return { ...existing, name, template: template ?? existing.template };
}

function newSystem(
  state: TenantState,
  data: XmlElement,
  template: string | undefined,
): IntegrationSystem {
  const name = childText(data, "Integration_System_Name");
  if (name === undefined) throw refusal(data, "Integration System Name is required.");
  refuseTakenName(state, data, name, undefined);
  const id = childText(data, "Integration_System_ID") ?? nextId(state);
  return { wid: widOf(state.definition.name, "integration-system", id), id, name, template };
}

function refuseTakenName(
  state: TenantState,
  data: XmlElement,
  name: string,
  except: IntegrationSystem | undefined,
): void {
  const others = [...state.integrationSystems.values()].filter((other) => other !== except);
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    throw refusal(data, `An Integration System with the name '${name}' already exists.`);
  }
}

function existingSystem(
  state: TenantState,
  request: XmlElement,
  data: XmlElement,
): IntegrationSystem | undefined {
  const referenced = resolveReference(
    childOf(request, "Integration_System_Reference"),
    (type, id) => findIntegrationSystem(state, type, id),
  );
  return referenced ?? state.integrationSystems.get(childText(data, "Integration_System_ID") ?? "");
}

function templateOf(state: TenantState, data: XmlElement): string | undefined {
  return resolveReference(childOf(data, "Integration_Template_Reference"), (type, id) =>
    state.definition.templates.find((template) =>
      type === "WID" ? widOf(state.definition.name, "template", template) === id : template === id,
    ),
  );
}

function nextId(state: TenantState): string {
  return `INTEGRATION_SYSTEM-3-${state.integrationSystems.size + 1}`;
}

function response(call: OperationCall, system: IntegrationSystem | undefined): string {
  const messages = call.exceptions?.messages ?? [];
  const classification = call.exceptions?.stored === false ? "CRITICAL" : "WARNING";
  const exceptions = messages.map((message) =>
    tag("Exception_Data", [leaf("Classification", classification), leaf("Message", message)]),
  );
  return tag(
    "Put_Integration_System_Response",
    [
      system === undefined ? "" : renderIntegrationSystem(call, system),
      exceptions.length === 0
        ? ""
        : tag("Exceptions_Response_Data", [tag("Exceptions_Data", exceptions)]),
    ],
    { version: call.version },
  );
}
