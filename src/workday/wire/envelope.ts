import { createClientAsync } from "soap";
import { z } from "zod";
import type { Element } from "../fields/element.ts";
import type { Callable } from "../fields/operation.ts";
import { toWsdl, workdayNamespace } from "../wsdl/document.ts";

/** What stands in the body of a reply. */
type Answer =
  | { readonly kind: "response"; readonly response: object }
  | { readonly kind: "fault"; readonly fault: object }
  | { readonly kind: "nonsense" };

/** Writes and reads the XML of one operation. */
export interface Envelope {
  readonly write: (request: Element, header: string) => string;
  readonly read: (xml: string) => Answer;
}

const soapNamespace = "http://schemas.xmlsoap.org/soap/envelope/";

const Body = z.record(z.string(), z.unknown());
const Root = z.object({ Body });
const Thrown = z.object({
  root: z.object({ Envelope: z.object({ Body: z.object({ Fault: z.looseObject({}) }) }) }),
});

/**
 * Prepares one operation. Of the `soap` package only what writes and reads XML is used: it puts children in
 * the schema's order and escapes them. Its client, which keeps the last request with every password in it,
 * attaches it to each error and follows redirects, sends nothing here.
 *
 * Blanks around a text stay where they are in replies of the implementation service, to which texts go back.
 *
 * @see soap 1.13, WSDL.objectToDocumentXML and WSDL.xmlToObject
 */
export async function createEnvelope(operation: Callable): Promise<Envelope> {
  const { name, service } = operation;
  const preserveWhitespace = service === "Core_Implementation_Service";
  const options = { disableCache: true, preserveWhitespace };
  const { wsdl } = await createClientAsync(toWsdl(operation), options);
  return {
    write(request, header) {
      const body: unknown = wsdl.objectToDocumentXML(
        `${name}_Request`,
        request,
        "wd",
        workdayNamespace,
        `${name}_RequestType`,
      );
      return toEnvelope(header, String(body));
    },
    read(xml) {
      // The package reads names without their namespace: a reply that never names Workday's is none of Workday's.
      if (!xml.includes(`"${workdayNamespace}"`) && !/Fault/.test(xml)) return { kind: "nonsense" };
      if (holdsDocument(xml)) return { kind: "nonsense" };
      try {
        const root: unknown = wsdl.xmlToObject(xml);
        return toAnswer(name, root);
      } catch (thrown) {
        const parsed = Thrown.safeParse(thrown);
        if (!parsed.success) return { kind: "nonsense" };
        return { kind: "fault", fault: parsed.data.root.Envelope.Body.Fault };
      }
    },
  };
}

/**
 * Whether a document begins anywhere but at the start. The package reads a CDATA section that holds one as a
 * reply of its own: its text could pass for a fault, and searching it costs a minute for half a megabyte.
 *
 * @see SOAP 1.1, section 3: a message holds no processing instructions
 */
function holdsDocument(xml: string): boolean {
  return xml.trimStart().lastIndexOf("<?xml") > 0;
}

function toEnvelope(header: string, body: string): string {
  return (
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${soapNamespace}">` +
    `<soap:Header>${header}</soap:Header><soap:Body>${body}</soap:Body></soap:Envelope>`
  );
}

/** Success means that the reply holds the element that the operation answers with, not merely a 200. */
function toAnswer(name: string, root: unknown): Answer {
  const parsed = Root.safeParse(root);
  const response = parsed.success ? parsed.data.Body[`${name}_Response`] : undefined;
  if (typeof response !== "object" || response === null) return { kind: "nonsense" };
  return { kind: "response", response };
}
