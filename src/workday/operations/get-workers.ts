import { toResponseFilter } from "../fields/element.ts";
import type { Probing } from "../fields/operation.ts";
import { responseFilterType } from "../wsdl/types.ts";

/** By reference only: enough to show that the call is allowed, and nothing about people. */
const oneWorker = {
  Response_Filter: toResponseFilter(1, 1),
  Response_Group: { Include_Reference: true },
};

/**
 * Reads one worker, for a probe alone. Which domains guard it is an inference.
 * @see Workday Human_Resources v31.2, Get_Workers
 */
export const getWorkers: Probing = {
  service: "Human_Resources",
  name: "Get_Workers",
  needs: "Get on a domain of worker data",
  types: [
    `<xsd:complexType name="Get_Workers_RequestType"><xsd:sequence>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
<xsd:element name="Response_Group" type="wd:Worker_Response_GroupType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Worker_Response_GroupType"><xsd:sequence>
<xsd:element name="Include_Reference" type="xsd:boolean" minOccurs="0"/>
</xsd:sequence></xsd:complexType>`,
    responseFilterType,
  ],
  probe: oneWorker,
};
