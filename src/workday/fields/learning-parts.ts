import { z } from "zod";
import { err, ok } from "../../result.ts";
import type { Parsed } from "./operation.ts";
import { Reference } from "./reply-parts.ts";

/** What learning content is segmented by, as the service Learning calls it. */
type Made = "Learning_Topic" | "Learning_Security_Category" | "Learning_Topic_Security_Segment";

/** What segments need. Which of the two domains guards which operation is not published. */
export function toSegmentDomains(access: "Get" | "Put"): string {
  return `${access} on the domains Learning Segment Setup and Manage: Learning Content`;
}

/** The schema of a Get that takes a page and nothing else. */
export function toGetType(name: string): string {
  return `<xsd:complexType name="${name}_RequestType"><xsd:sequence>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>`;
}

/** The schema of a Put that makes one thing, of which `data` are the elements. */
export function toPutType(made: Made, data: string): string {
  return `<xsd:complexType name="Put_${made}_RequestType"><xsd:sequence>
<xsd:element name="${made}_Data" type="wd:${made}_DataType"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="${made}_DataType"><xsd:sequence>
${data}
</xsd:sequence></xsd:complexType>`;
}

/** Reads the WID of what a Put made. */
export function parseMade(reply: object, made: Made): Parsed<string> {
  const parsed = z.object({ [`${made}_Reference`]: Reference }).safeParse(reply);
  const wid = parsed.data?.[`${made}_Reference`]?.get("WID");
  return wid === undefined ? err("unreadable") : ok(wid);
}
