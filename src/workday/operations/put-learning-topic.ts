import { parseMade, toPutType, toSegmentDomains } from "../fields/learning-parts.ts";
import type { Operation } from "../fields/operation.ts";

/**
 * Makes a learning topic. Not safe to repeat: whether Workday refuses a name that is taken or makes a
 * second one is not known. Answers its WID.
 *
 * @see Workday Learning v31.2, Put_Learning_Topic
 */
export const putLearningTopic: Operation<{ readonly name: string }, string> = {
  service: "Learning",
  name: "Put_Learning_Topic",
  needs: toSegmentDomains("Put"),
  types: [
    toPutType("Learning_Topic", '<xsd:element name="Learning_Topic_Name" type="xsd:string"/>'),
  ],
  toRequest: ({ name }) => ({ Learning_Topic_Data: { Learning_Topic_Name: name } }),
  parse: (reply) => parseMade(reply, "Learning_Topic"),
};
