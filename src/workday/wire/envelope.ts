import { createClientAsync } from "soap";
import { z } from "zod";
import type { Element } from "../fields/element.ts";
import type { Operation } from "../fields/operation.ts";
import { workdayNamespace } from "../wsdl/document.ts";

/** What stands in the body of a reply. */
type Answer =
  | { readonly kind: "response"; readonly response: object }
  | { readonly kind: "fault"; readonly fault: object }
  | { readonly kind: "nonsense" };

/** Writes and reads the XML of one service. */
export interface Envelope {
  readonly write: (operation: Operation, request: Element, header: string) => string;
  readonly read: (operation: Operation, xml: string) => Answer;
}

const soapNamespace = "http://schemas.xmlsoap.org/soap/envelope/";

const Body = z.record(z.string(), z.unknown());
const Root = z.object({ Body });
const Thrown = z.object({
  root: z.object({ Envelope: z.object({ Body: z.object({ Fault: z.looseObject({}) }) }) }),
});

/**
 * Prepares one service. Of the `soap` package only what writes and reads XML is used: it puts children in
 * the schema's order and escapes them. Its client, which keeps the last request with every password in it,
 * attaches it to each error and follows redirects, sends nothing here.
 *
 * `keepsSpace` leaves blanks around a text where they are, for a service to which the text goes back.
 *
 * @see soap 1.13, WSDL.objectToDocumentXML and WSDL.xmlToObject
 */
export async function createEnvelope(wsdlText: string, keepsSpace = false): Promise<Envelope> {
  const options = { disableCache: true, preserveWhitespace: keepsSpace };
  const { wsdl } = await createClientAsync(wsdlText, options);
  return {
    write(operation, request, header) {
      const body: unknown = wsdl.objectToDocumentXML(
        `${operation}_Request`,
        request,
        "wd",
        workdayNamespace,
        `${operation}_RequestType`,
      );
      return toEnvelope(header, String(body));
    },
    read(operation, xml) {
      // The package reads names without their namespace: a reply that never names Workday's is none of Workday's.
      if (!xml.includes(`"${workdayNamespace}"`) && !/Fault/.test(xml)) return { kind: "nonsense" };
      if (holdsDocument(xml)) return { kind: "nonsense" };
      try {
        const root: unknown = wsdl.xmlToObject(xml);
        return toAnswer(operation, root);
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
function toAnswer(operation: Operation, root: unknown): Answer {
  const parsed = Root.safeParse(root);
  const response = parsed.success ? parsed.data.Body[`${operation}_Response`] : undefined;
  if (typeof response !== "object" || response === null) return { kind: "nonsense" };
  return { kind: "response", response };
}
