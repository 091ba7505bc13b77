import { responseFilterType, toReferenceType, toWsdl } from "./document.ts";

const getGroups = `<xsd:complexType name="Get_Integration_System_Security_Groups__Unconstrained__RequestType"><xsd:sequence>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>`;

const putGroup = `<xsd:complexType name="Put_Integration_System_Security_Group__Unconstrained__RequestType"><xsd:sequence>
<xsd:element name="Integration_System_Security_Group__Unconstrained__Data" type="wd:Integration_System_Security_Group__Unconstrained__DataType"/>
</xsd:sequence><xsd:attribute name="Add_Only" type="xsd:boolean"/><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Integration_System_Security_Group__Unconstrained__DataType"><xsd:sequence>
<xsd:element name="Name" type="xsd:string"/>
<xsd:element name="Comment" type="xsd:string" minOccurs="0"/>
<xsd:element name="Inactive" type="xsd:boolean" minOccurs="0"/>
<xsd:element name="Integration_System_User_Reference" type="wd:System_UserObject" minOccurs="0" maxOccurs="unbounded"/>
</xsd:sequence><xsd:attribute name="ID" type="xsd:string"/></xsd:complexType>`;

const getPolicy = `<xsd:complexType name="Get_Domain_Security_Policy_RequestType"><xsd:sequence>
<xsd:element name="Request_References" type="wd:Domain_Request_ReferencesType" minOccurs="0"/>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
<xsd:element name="Response_Group" type="wd:Domain_Response_GroupType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Domain_Request_ReferencesType"><xsd:sequence>
<xsd:element name="Domain_Reference" type="wd:DomainObject" maxOccurs="unbounded"/>
</xsd:sequence></xsd:complexType>
<xsd:complexType name="Domain_Response_GroupType"><xsd:sequence>
<xsd:element name="Include_Reference" type="xsd:boolean" minOccurs="0"/>
<xsd:element name="Include_Domain_Security_Policy_Data" type="xsd:boolean" minOccurs="0"/>
</xsd:sequence></xsd:complexType>`;

const putPolicies = `<xsd:complexType name="Put_Domain_Security_Policies_RequestType"><xsd:sequence>
<xsd:element name="Domain_Security_Policy_Data" type="wd:Domain_Security_Policy_DataType" maxOccurs="unbounded"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Domain_Security_Policy_DataType"><xsd:sequence>
<xsd:element name="Domain_Reference" type="wd:DomainObject"/>
<xsd:element name="Domain_Name" type="xsd:string" minOccurs="0"/>
<xsd:element name="Disabled" type="xsd:string" minOccurs="0"/>
<xsd:element name="Notes" type="xsd:string" minOccurs="0"/>
<xsd:element name="Security_Policy_Permission_Data" type="wd:Security_Policy_Permission_DataType" minOccurs="0" maxOccurs="unbounded"/>
<xsd:element name="Security_Subpolicy_Data" type="wd:Security_Subpolicy_DataType" minOccurs="0" maxOccurs="unbounded"/>
</xsd:sequence></xsd:complexType>
<xsd:complexType name="Security_Policy_Permission_DataType"><xsd:sequence>
<xsd:element name="Security_Group_Reference" type="wd:Security_GroupObject" minOccurs="0" maxOccurs="unbounded"/>
<xsd:element name="Security_Operation_Reference" type="wd:Security_OperationObject"/>
</xsd:sequence></xsd:complexType>
<xsd:complexType name="Security_Subpolicy_DataType"/>`;

/**
 * The part of the implementation service that the bot uses. What stands below `Security_Subpolicy_Data` was
 * not read: it goes back in the order in which it came. `Disabled` goes back in the spelling that it came in.
 *
 * @see Workday Core_Implementation_Service v47.0; the Get's references and response group as practitioners send them
 */
export const coreImplementationWsdl = toWsdl({
  service: "Core_Implementation_Service",
  operations: [
    "Get_Integration_System_Security_Groups__Unconstrained_",
    "Put_Integration_System_Security_Group__Unconstrained_",
    "Get_Domain_Security_Policy",
    "Put_Domain_Security_Policies",
  ],
  types: [
    getGroups,
    putGroup,
    getPolicy,
    putPolicies,
    responseFilterType,
    toReferenceType("System_UserObject"),
    toReferenceType("DomainObject"),
    toReferenceType("Security_GroupObject"),
    toReferenceType("Security_OperationObject"),
  ].join("\n"),
});
