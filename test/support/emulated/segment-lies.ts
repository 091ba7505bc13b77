import { domainPermission, permissionKey } from "../../../sandbox/workday/security.ts";
import { type Lie, own, toGroupNamed, toState } from "./lie.ts";

export const segmentGroup = `${own.groupName} segments`;

/** What is wrong of access by segments. */
export const segmentLies: readonly Lie[] = [
  {
    fact: new RegExp(`^group ${segmentGroup}$`),
    what: "it is active where it should not be, or the other way round",
    tell: toGroupNamed(segmentGroup, (group) => {
      group.isActive = !group.isActive;
    }),
  },
  {
    fact: new RegExp(`^group-type ${segmentGroup}$`),
    what: "it is of the type that opens everything",
    tell: toGroupNamed(segmentGroup, (group, { groups }) => {
      const type = "Integration System Security Group (Unconstrained)";
      groups.set(segmentGroup.toLowerCase(), { ...group, type });
    }),
  },
  {
    fact: new RegExp(`^group-administered ${segmentGroup}$`),
    what: "another group administers it",
    tell: toGroupNamed(segmentGroup, ({ administeredBy }) => administeredBy.add("HR Everything")),
  },
  {
    fact: new RegExp(`^group-included ${segmentGroup}$`),
    what: "another group includes it",
    tell: toGroupNamed(segmentGroup, ({ includedIn }) => includedIn.add("HR Everything")),
  },
  {
    fact: /^segment-names$/,
    what: "a topic has another name",
    tell: toState(({ learningTopics }) => {
      for (const topic of learningTopics.values()) topic.name = `Not ${topic.name}`;
    }),
  },
  {
    fact: /^segment-names$/,
    what: "the segment is of another topic as well",
    tell: toState(({ learningSegments, learningTopics }) => {
      for (const { members } of learningSegments.values()) {
        for (const id of learningTopics.keys()) members.add(id);
      }
    }),
  },
  {
    fact: /^ways$/,
    what: "the account reaches the same by another group",
    tell: (on) =>
      toState((state) => {
        state.groups.get("hr everything")?.members.add(own.userName);
        const line = domainPermission("Manage: Learning Content", "HR Everything", "Get");
        state.active.set(permissionKey(line), line);
      })(on),
  },
  {
    fact: /^segments$/,
    what: "it opens other segments",
    tell: toGroupNamed(segmentGroup, (group, { groups }) => {
      const segmentBased = { securityGroups: new Set([own.groupName]), segments: ["Other"] };
      groups.set(segmentGroup.toLowerCase(), { ...group, segmentBased });
    }),
  },
  {
    fact: /^content$/,
    what: "the content is not marked",
    tell: toState(({ learningContent }) => {
      for (const content of learningContent.values()) content.topics.clear();
    }),
  },
];
