import type { OwnStepKind, StepKind, TaskKind } from "../request/step-kind.ts";
import type { OwnStep, StepName } from "../tasks/step.ts";
import type { TaskName } from "../tasks/task.ts";
import { approve } from "./own/approve.ts";
import { approvePlan } from "./own/approve-plan.ts";
import { changeSettings } from "./own/change-settings.ts";
import { createIntegrationSystem } from "./own/create-integration-system.ts";
import { createUser } from "./own/create-user.ts";
import { disableClientSecrets } from "./own/disable-client-secrets.ts";
import { disableOldClientSecrets } from "./own/disable-old-client-secrets.ts";
import { disableOldVersions } from "./own/disable-old-versions.ts";
import { disableSecret } from "./own/disable-secret.ts";
import { enableTokenSignOn } from "./own/enable-token-sign-on.ts";
import { issueCredential } from "./own/issue-credential.ts";
import { makeSegments } from "./own/make-segments.ts";
import { restoreSettings } from "./own/restore-settings.ts";
import { scrambleUser } from "./own/scramble-user.ts";
import { tellAfter } from "./own/tell-after.ts";
import { tellBefore } from "./own/tell-before.ts";
import { verify } from "./own/verify.ts";
import { activate } from "./tasks/activate.ts";
import { activateAuthenticationPolicies } from "./tasks/activate-authentication-policies.ts";
import { activatePreviousTimestamp } from "./tasks/activate-previous-timestamp.ts";
import { activateSecurityGroup } from "./tasks/activate-security-group.ts";
import { addGroupMember } from "./tasks/add-group-member.ts";
import { addSegmentsToContent } from "./tasks/add-segments-to-content.ts";
import { allowInAuthenticationPolicy } from "./tasks/allow-in-authentication-policy.ts";
import { closeSegmentGroup } from "./tasks/close-segment-group.ts";
import { createSecurityGroup } from "./tasks/create-security-group.ts";
import { createSegmentGroup } from "./tasks/create-segment-group.ts";
import { disableApiClient } from "./tasks/disable-api-client.ts";
import { exemptFromPasswordExpiry } from "./tasks/exempt-from-password-expiry.ts";
import { grantBusinessProcesses } from "./tasks/grant-business-processes.ts";
import { grantInSegments } from "./tasks/grant-in-segments.ts";
import { grantPermissions } from "./tasks/grant-permissions.ts";
import { inactivateSecurityGroup } from "./tasks/inactivate-security-group.ts";
import { registerApiClient } from "./tasks/register-api-client.ts";
import { removeFromAuthenticationPolicy } from "./tasks/remove-from-authentication-policy.ts";
import { removeGroupMember } from "./tasks/remove-group-member.ts";
import { removePasswordExemption } from "./tasks/remove-password-exemption.ts";
import { replaceRefreshToken } from "./tasks/replace-refresh-token.ts";
import { revokeBusinessProcesses } from "./tasks/revoke-business-processes.ts";
import { revokeInSegments } from "./tasks/revoke-in-segments.ts";
import { revokePermissions } from "./tasks/revoke-permissions.ts";
import { switchOffTokenSignOn } from "./tasks/switch-off-token-sign-on.ts";

/** Every step that the bot does itself. */
export const ownKinds = {
  "create-integration-system": createIntegrationSystem,
  "create-user": createUser,
  "issue-credential": issueCredential,
  verify: verify,
  "scramble-user": scrambleUser,
  "disable-secret": disableSecret,
  "tell-before": tellBefore,
  "tell-after": tellAfter,
  "disable-old-versions": disableOldVersions,
  "enable-token-sign-on": enableTokenSignOn,
  "disable-old-client-secrets": disableOldClientSecrets,
  "disable-client-secrets": disableClientSecrets,
  "make-segments": makeSegments,
  "change-settings": changeSettings,
  "restore-settings": restoreSettings,
} satisfies { readonly [Name in OwnStep]: OwnStepKind<Name> };

/** Every task. */
export const taskKinds = {
  "create-security-group": createSecurityGroup,
  "add-group-member": addGroupMember,
  "grant-permissions": grantPermissions,
  activate: activate,
  "revoke-permissions": revokePermissions,
  "remove-group-member": removeGroupMember,
  "inactivate-security-group": inactivateSecurityGroup,
  "activate-security-group": activateSecurityGroup,
  "activate-previous-timestamp": activatePreviousTimestamp,
  "grant-business-processes": grantBusinessProcesses,
  "revoke-business-processes": revokeBusinessProcesses,
  "exempt-from-password-expiry": exemptFromPasswordExpiry,
  "remove-password-exemption": removePasswordExemption,
  "allow-in-authentication-policy": allowInAuthenticationPolicy,
  "remove-from-authentication-policy": removeFromAuthenticationPolicy,
  "activate-authentication-policies": activateAuthenticationPolicies,
  "switch-off-token-sign-on": switchOffTokenSignOn,
  "register-api-client": registerApiClient,
  "replace-refresh-token": replaceRefreshToken,
  "disable-api-client": disableApiClient,
  "create-segment-group": createSegmentGroup,
  "grant-in-segments": grantInSegments,
  "revoke-in-segments": revokeInSegments,
  "close-segment-group": closeSegmentGroup,
  "add-segments-to-content": addSegmentsToContent,
} satisfies { readonly [Name in TaskName]: TaskKind<Name> };

/** Every step of any plan. */
export const stepKinds: { readonly [Name in StepName]: StepKind<Name> } = {
  ...ownKinds,
  ...taskKinds,
  approve,
  "approve-plan": approvePlan,
};
