import type { TopicSegment } from "../../flows/ports/learning.ts";
import { toReference } from "../fields/element.ts";
import { parseMade, toPutType, toSegmentDomains } from "../fields/learning-parts.ts";
import type { Operation } from "../fields/operation.ts";
import { toReferenceType } from "../wsdl/types.ts";

const data = `<xsd:element name="ID" type="xsd:string"/>
<xsd:element name="Learning_Topic_Reference" type="wd:Learning_TopicObject" maxOccurs="unbounded"/>`;

/**
 * Makes a topic security segment of topics that exist. Not safe to repeat: Workday may make a second one of
 * the same ID. Answers its WID.
 *
 * @see Workday Learning v31.2, Put_Learning_Topic_Security_Segment
 */
export const putLearningTopicSecuritySegment: Operation<Omit<TopicSegment, "wid">, string> = {
  service: "Learning",
  name: "Put_Learning_Topic_Security_Segment",
  needs: toSegmentDomains("Put"),
  types: [
    toPutType("Learning_Topic_Security_Segment", data),
    toReferenceType("Learning_TopicObject"),
  ],
  toRequest: ({ name, topics }) => ({
    Learning_Topic_Security_Segment_Data: {
      ID: name,
      Learning_Topic_Reference: topics.map((topic) => toReference("WID", topic)),
    },
  }),
  parse: (reply) => parseMade(reply, "Learning_Topic_Security_Segment"),
};
