import { coreImplementationWsdl } from "../wsdl/core-implementation.ts";
import { humanResourcesWsdl } from "../wsdl/human-resources.ts";
import { integrationsWsdl } from "../wsdl/integrations.ts";
import { learningWsdl } from "../wsdl/learning.ts";

/** The operations that the bot calls. */
export type Operation =
  | "Get_Integration_System_Users"
  | "Get_Integration_Systems"
  | "Get_Learning_Topics"
  | "Get_Learning_Security_Categories"
  | "Get_Learning_Topic_Security_Segments"
  | "Put_Learning_Topic"
  | "Put_Learning_Security_Category"
  | "Put_Learning_Topic_Security_Segment"
  | "Get_Workers"
  | "Put_Integration_System"
  | "Put_Integration_System_User"
  | "Get_Integration_System_Security_Groups__Unconstrained_"
  | "Put_Integration_System_Security_Group__Unconstrained_"
  | "Get_Domain_Security_Policy"
  | "Put_Domain_Security_Policies";

export interface ServiceOfOperation {
  /** As it stands in the endpoint. */
  readonly service: "Integrations" | "Human_Resources" | "Learning" | "Core_Implementation_Service";
  readonly wsdl: string;
  /** The domain that its caller needs, in words. */
  readonly needs: string;
}

const core = {
  service: "Core_Implementation_Service",
  wsdl: coreImplementationWsdl,
  needs:
    "the domains for implementation loads, and some tenants refuse it to any integration system user,",
} as const;

/** Which of the two domains guards which is not published. */
function segments(access: "Get" | "Put"): ServiceOfOperation {
  return {
    service: "Learning",
    wsdl: learningWsdl,
    needs: `${access} on the domains Learning Segment Setup and Manage: Learning Content`,
  };
}

/**
 * Where each operation lives and what its caller must be allowed to. That *Integration Security* and
 * *Integration Build* guard the first four is what vendors and practitioners write; the domains of the two
 * probes are inferences. Nobody tried them on a live tenant.
 */
export const operations: Readonly<Record<Operation, ServiceOfOperation>> = {
  Get_Integration_System_Users: {
    service: "Integrations",
    wsdl: integrationsWsdl,
    needs: "Get on the domain Integration Security",
  },
  Put_Integration_System_User: {
    service: "Integrations",
    wsdl: integrationsWsdl,
    needs: "Put on the domain Integration Security",
  },
  Get_Integration_Systems: {
    service: "Integrations",
    wsdl: integrationsWsdl,
    needs: "Get on the domain Integration Build",
  },
  Put_Integration_System: {
    service: "Integrations",
    wsdl: integrationsWsdl,
    needs: "Put on the domain Integration Build",
  },
  Get_Workers: {
    service: "Human_Resources",
    wsdl: humanResourcesWsdl,
    needs: "Get on a domain of worker data",
  },
  Get_Learning_Topics: {
    service: "Learning",
    wsdl: learningWsdl,
    needs: "Get on the domain Manage: Learning Content",
  },
  Get_Learning_Security_Categories: segments("Get"),
  Get_Learning_Topic_Security_Segments: segments("Get"),
  Put_Learning_Topic: segments("Put"),
  Put_Learning_Security_Category: segments("Put"),
  Put_Learning_Topic_Security_Segment: segments("Put"),
  Get_Integration_System_Security_Groups__Unconstrained_: core,
  Put_Integration_System_Security_Group__Unconstrained_: core,
  Get_Domain_Security_Policy: core,
  Put_Domain_Security_Policies: core,
};
