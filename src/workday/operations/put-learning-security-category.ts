import { parseMade, toPutType, toSegmentDomains } from "../fields/learning-parts.ts";
import type { Operation } from "../fields/operation.ts";

/**
 * Makes a learning security category. Not safe to repeat: whether Workday refuses a name that is taken or makes a
 * second one is not known. Answers its WID.
 *
 * @see Workday Learning v31.2, Put_Learning_Security_Category
 */
export const putLearningSecurityCategory: Operation<{ readonly name: string }, string> = {
  service: "Learning",
  name: "Put_Learning_Security_Category",
  needs: toSegmentDomains("Put"),
  types: [toPutType("Learning_Security_Category", '<xsd:element name="Name" type="xsd:string"/>')],
  toRequest: ({ name }) => ({ Learning_Security_Category_Data: { Name: name } }),
  parse: (reply) => parseMade(reply, "Learning_Security_Category"),
};
