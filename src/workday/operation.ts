import { humanResourcesWsdl } from "./wsdl/human-resources.ts";
import { integrationsWsdl } from "./wsdl/integrations.ts";
import { learningWsdl } from "./wsdl/learning.ts";

/** The operations that the bot calls. */
export type Operation =
  | "Get_Integration_System_Users"
  | "Get_Integration_Systems"
  | "Get_Learning_Topics"
  | "Get_Workers"
  | "Put_Integration_System"
  | "Put_Integration_System_User";

export interface ServiceOfOperation {
  /** As it stands in the endpoint. */
  readonly service: "Integrations" | "Human_Resources" | "Learning";
  readonly wsdl: string;
  /** The domain that its caller needs, in words. */
  readonly needs: string;
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
};
