import { childOf, childText } from "../soap/read.ts";
import {
  choice,
  type ElementShape,
  reference,
  sequence,
  some,
  value,
  versionAttribute,
} from "../soap/shape.ts";
import { echo, leaf, tag, type XmlElement } from "../soap/xml.ts";
import type { OperationCall } from "./operation.ts";

/** The page that is asked for. */
export const responseFilter: ElementShape = sequence("Response_Filter", [
  value("As_Of_Effective_Date", "date"),
  value("As_Of_Entry_DateTime", "dateTime"),
  value("Page", "page"),
  value("Count", "count"),
]);

/**
 * The shape every Get of these services shares. Some have no criteria, and only of some it is known that references and
 * criteria exclude each other.
 */
export function getRequest(
  name: string,
  parts: {
    readonly reference: string;
    readonly types: readonly string[];
    readonly criteria?: ElementShape;
    readonly isEither?: boolean;
    readonly group?: readonly ElementShape[];
  },
): ElementShape {
  const references = sequence("Request_References", [
    some(reference(parts.reference, parts.types)),
  ]);
  const asked = parts.criteria === undefined ? [references] : [references, parts.criteria];
  return sequence(
    `${name}_Request`,
    [
      ...(parts.isEither === true ? [choice(...asked)] : asked),
      responseFilter,
      ...(parts.group ? [sequence("Response_Group", parts.group)] : []),
    ],
    [versionAttribute],
  );
}

/** A page of the answer: what was asked, how much there is, and the instances. */
export function getResponse<Instance>(
  call: OperationCall,
  request: XmlElement,
  found: { readonly instances: readonly Instance[]; render(instance: Instance): string },
): string {
  const filter = childOf(request, "Response_Filter");
  const page = Number(childText(filter, "Page") ?? "1");
  const count = Number(childText(filter, "Count") ?? "100");
  const { instances } = found;
  const shown = instances.slice((page - 1) * count, page * count);
  return tag(
    request.local.replace(/_Request$/, "_Response"),
    [
      ...request.children.map(echoAsked),
      tag("Response_Results", [
        leaf("Total_Results", instances.length),
        leaf("Total_Pages", Math.ceil(instances.length / count)),
        leaf("Page_Results", shown.length),
        leaf("Page", page),
      ]),
      shown.length === 0
        ? ""
        : tag(
            "Response_Data",
            shown.map((instance) => found.render(instance)),
          ),
    ],
    { version: call.version },
  );
}

/** Criteria come back as `Request_Criteria`, whatever the request calls them. */
function echoAsked(element: XmlElement): string {
  const isCriteria = element.local.endsWith("_Request_Criteria");
  return echo(isCriteria ? { ...element, local: "Request_Criteria" } : element);
}
