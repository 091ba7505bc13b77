import type { Access } from "../definition.ts";
import type { ServiceFaultOnRequest } from "../http/injected-fault.ts";
import type { ElementShape } from "../soap/shape.ts";
import type { XmlElement } from "../soap/xml.ts";
import type { TenantState } from "../state.ts";

export interface OperationCall {
  readonly state: TenantState;
  /** As in the address: `v31.2`. */
  readonly version: string;
  readonly descriptors: boolean;
  /** Exceptions that the answer of Put_Integration_System is to carry. */
  readonly exceptions: Extract<ServiceFaultOnRequest, { readonly kind: "exceptions" }> | undefined;
}

/** One operation: what its request must look like, who may call it, what it does. */
export interface Operation {
  readonly service: string;
  readonly name: string;
  /** The caller needs this on one of the domains. */
  readonly access: Extract<Access, "Get" | "Put">;
  readonly domains: readonly string[];
  readonly request: ElementShape;
  /** The response element. Throws a ServiceFault when a rule of the operation is broken. */
  perform(call: OperationCall, request: XmlElement): string;
}
