import { getConstrainedGroups } from "./constrained-groups.ts";
import { getDomainSecurityPolicy, putDomainSecurityPolicies } from "./domain-policies.ts";
import { getIntegrationSystemUsers } from "./get-integration-system-users.ts";
import { getIntegrationSystems } from "./get-integration-systems.ts";
import { getWorkdayAccountSignons } from "./get-workday-account-signons.ts";
import { getWorkers } from "./get-workers.ts";
import { getLearning, putLearning } from "./learning.ts";
import { learningSecurityCategory } from "./learning-security-category.ts";
import { learningTopic } from "./learning-topic.ts";
import { learningTopicSecuritySegment } from "./learning-topic-security-segment.ts";
import type { Operation } from "./operation.ts";
import { putIntegrationSystem } from "./put-integration-system.ts";
import { putIntegrationSystemUser } from "./put-integration-system-user.ts";
import { getSecurityGroups, putSecurityGroup } from "./security-groups.ts";

const learningKinds = [learningTopic, learningSecurityCategory, learningTopicSecuritySegment];

/** Every operation of the emulated services. */
export const operations: readonly Operation[] = [
  putIntegrationSystem,
  getIntegrationSystems,
  putIntegrationSystemUser,
  getIntegrationSystemUsers,
  getWorkers,
  getSecurityGroups,
  getConstrainedGroups,
  putSecurityGroup,
  getDomainSecurityPolicy,
  putDomainSecurityPolicies,
  getWorkdayAccountSignons,
  ...learningKinds.flatMap((kind) => [getLearning(kind), putLearning(kind)]),
];
