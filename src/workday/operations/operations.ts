import type { ProbeOperation } from "../../flows/tenant/tenant.ts";
import type { Callable, Probing } from "../fields/operation.ts";
import { getConstrainedSecurityGroups } from "./get-constrained-security-groups.ts";
import { getDomainSecurityPolicy } from "./get-domain-security-policy.ts";
import { getIntegrationSystemSecurityGroups } from "./get-integration-system-security-groups.ts";
import { getIntegrationSystemUsers } from "./get-integration-system-users.ts";
import { getIntegrationSystems } from "./get-integration-systems.ts";
import { getLearningSecurityCategories } from "./get-learning-security-categories.ts";
import { getLearningTopicSecuritySegments } from "./get-learning-topic-security-segments.ts";
import { getLearningTopics } from "./get-learning-topics.ts";
import { getWorkdayAccountSignons } from "./get-workday-account-signons.ts";
import { getWorkers } from "./get-workers.ts";
import { putDomainSecurityPolicies } from "./put-domain-security-policies.ts";
import { putIntegrationSystem } from "./put-integration-system.ts";
import { putIntegrationSystemSecurityGroup } from "./put-integration-system-security-group.ts";
import { putIntegrationSystemUser } from "./put-integration-system-user.ts";
import { putLearningSecurityCategory } from "./put-learning-security-category.ts";
import { putLearningTopic } from "./put-learning-topic.ts";
import { putLearningTopicSecuritySegment } from "./put-learning-topic-security-segment.ts";

/**
 * The operations that the bot calls, each registered here once. What a domain guards is what vendors and
 * practitioners write, or an inference where the operation says so. Nobody tried them on a live tenant.
 */
export const operations: readonly Callable[] = [
  getIntegrationSystemUsers,
  putIntegrationSystemUser,
  getIntegrationSystems,
  putIntegrationSystem,
  getWorkers,
  getLearningTopics,
  getLearningSecurityCategories,
  getLearningTopicSecuritySegments,
  putLearningTopic,
  putLearningSecurityCategory,
  putLearningTopicSecuritySegment,
  getIntegrationSystemSecurityGroups,
  putIntegrationSystemSecurityGroup,
  getConstrainedSecurityGroups,
  getDomainSecurityPolicy,
  putDomainSecurityPolicies,
  getWorkdayAccountSignons,
];

/** The operations that a tenant's settings may name as a probe. */
const probes: Readonly<Record<ProbeOperation, Probing>> = {
  Get_Workers: getWorkers,
  Get_Integration_System_Users: getIntegrationSystemUsers,
  Get_Integration_Systems: getIntegrationSystems,
  Get_Learning_Topics: getLearningTopics,
};

/** The operation of a name that a tenant's settings may give to a probe. */
export function operationOfProbe(name: ProbeOperation): Probing {
  return probes[name];
}
