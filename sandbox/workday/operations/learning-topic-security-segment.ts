import { childrenOf, childText, resolveReference } from "../soap/read.ts";
import { reference, required, some, value } from "../soap/shape.ts";
import { leaf } from "../soap/xml.ts";
import { findThing, type LearningKind, learningIds, renderThing } from "./learning.ts";

/** @see Workday Learning v31.2, Put_Learning_Topic_Security_Segment */
export const learningTopicSecuritySegment: LearningKind = {
  name: "Learning_Topic_Security_Segment",
  plural: "Learning_Topic_Security_Segments",
  domains: ["Learning Segment Setup", "Manage: Learning Content"],
  data: [
    required(value("ID")),
    some(reference("Learning_Topic_Reference", learningIds("Learning_Topic"))),
  ],
  things: (state) => state.learningSegments,
  nameOf: (data) => childText(data, "ID") ?? "",
  fill(state, thing, data) {
    const topics = childrenOf(data, "Learning_Topic_Reference").flatMap(
      (entry) =>
        resolveReference(entry, (type, id) => findThing(state.learningTopics, type, id)) ?? [],
    );
    thing.members.clear();
    for (const topic of topics) thing.members.add(topic.id);
  },
  renderData: (call, thing) => [
    leaf("ID", thing.name),
    ...[...thing.members].flatMap((id) => {
      const topic = call.state.learningTopics.get(id);
      return topic === undefined ? [] : renderThing(call, "Learning_Topic", topic);
    }),
  ],
};
