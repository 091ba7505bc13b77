import { describe, expect, it } from "vitest";
import type { z } from "zod";
import type {
  ActivationEffects,
  BeforeActivation,
  LiveList,
} from "../../../src/flows/model/activation-effects.ts";
import type { ApiClient } from "../../../src/flows/model/api-client.ts";
import type { BusinessProcess } from "../../../src/flows/model/business-process.ts";
import type { ExistingGroup, RawGroup } from "../../../src/flows/model/group-settings.ts";
import type {
  PendingChange,
  PendingChanges,
  PendingDifference,
} from "../../../src/flows/model/pending.ts";
import type { Permissions } from "../../../src/flows/model/permissions.ts";
import type {
  BypassingGroups,
  MissingSegments,
  SegmentedAccess,
} from "../../../src/flows/model/segments.ts";
import type { RawSignOn } from "../../../src/flows/model/sign-on.ts";
import type { Verification, VerificationItem } from "../../../src/flows/model/verification.ts";
import type { Delegation } from "../../../src/flows/request/delegation.ts";
import type { Draft } from "../../../src/flows/request/draft.ts";
import type { Event, Leftover } from "../../../src/flows/request/event.ts";
import type { Raw } from "../../../src/flows/request/raw-draft.ts";
import type { Facts } from "../../../src/flows/request/step-facts.ts";
import type { Step, StepName } from "../../../src/flows/tasks/step.ts";
import type { StoredDelegation } from "../../../src/store/stored/stored-delegation.ts";
import type { StoredDraft, StoredRaw } from "../../../src/store/stored/stored-draft.ts";
import type { StoredEvent } from "../../../src/store/stored/stored-event.ts";
import type {
  StoredFacts,
  StoredLeftBehind,
  StoredPendingChange,
  StoredPendingChanges,
  StoredPendingDifference,
  StoredVerification,
  StoredVerificationItem,
} from "../../../src/store/stored/stored-facts.ts";
import type {
  StoredExistingGroup,
  StoredRawGroup,
} from "../../../src/store/stored/stored-group.ts";
import type {
  StoredBefore,
  StoredLiveList,
  StoredWentLive,
} from "../../../src/store/stored/stored-live.ts";
import type {
  StoredClient,
  StoredPermissions,
  StoredPlan,
  StoredProcesses,
  StoredStepName,
} from "../../../src/store/stored/stored-plan.ts";
import type {
  StoredMissing,
  StoredOtherWays,
  StoredSegmentedAccess,
} from "../../../src/store/stored/stored-segments.ts";
import type { StoredRawSignOn } from "../../../src/store/stored/stored-sign-on.ts";

/** Every optional field made required, however deep: assigning one that lacks it no longer compiles. */
type Whole<Type> = Type extends object ? { [Key in keyof Type]-?: Whole<Type[Key]> } : Type;

/** `true` where each may be assigned to the other, whatever is optional; else which way it fails. */
type Mutual<Stored, Ours> = [Stored] extends [Ours]
  ? [Ours] extends [Stored]
    ? true
    : "the schema refuses what flows hold"
  : "the schema reads what flows do not hold";

/** Both as they are, and whole: without the second an optional field of one alone would go unnoticed. */
type Same<Stored extends z.ZodType, Ours> =
  Mutual<z.output<Stored>, Ours> extends true
    ? Mutual<Whole<z.output<Stored>>, Whole<Ours>>
    : Mutual<z.output<Stored>, Ours>;

/** One line for each type that is written twice. A line that is not `true` does not compile. */
const written = {
  activationEffects: true satisfies Same<typeof StoredWentLive, ActivationEffects>,
  apiClient: true satisfies Same<typeof StoredClient, ApiClient>,
  beforeActivation: true satisfies Same<typeof StoredBefore, BeforeActivation>,
  businessProcesses: true satisfies Same<typeof StoredProcesses, readonly BusinessProcess[]>,
  bypassingGroups: true satisfies Same<typeof StoredOtherWays, BypassingGroups>,
  delegation: true satisfies Same<typeof StoredDelegation, Delegation>,
  draft: true satisfies Same<typeof StoredDraft, Draft>,
  event: true satisfies Same<typeof StoredEvent, Event>,
  existingGroup: true satisfies Same<typeof StoredExistingGroup, ExistingGroup>,
  facts: true satisfies Same<typeof StoredFacts, Facts>,
  leftover: true satisfies Same<typeof StoredLeftBehind, Leftover>,
  liveList: true satisfies Same<typeof StoredLiveList, LiveList>,
  missingSegments: true satisfies Same<typeof StoredMissing, MissingSegments>,
  pendingChange: true satisfies Same<typeof StoredPendingChange, PendingChange>,
  pendingChanges: true satisfies Same<typeof StoredPendingChanges, PendingChanges>,
  pendingDifference: true satisfies Same<typeof StoredPendingDifference, PendingDifference>,
  permissions: true satisfies Same<typeof StoredPermissions, Permissions>,
  plan: true satisfies Same<typeof StoredPlan, readonly Step[]>,
  raw: true satisfies Same<typeof StoredRaw, Raw>,
  rawGroup: true satisfies Same<typeof StoredRawGroup, RawGroup>,
  rawSignOn: true satisfies Same<typeof StoredRawSignOn, RawSignOn>,
  segmentedAccess: true satisfies Same<typeof StoredSegmentedAccess, SegmentedAccess>,
  stepName: true satisfies Same<typeof StoredStepName, StepName>,
  verification: true satisfies Same<typeof StoredVerification, Verification>,
  verificationItem: true satisfies Same<typeof StoredVerificationItem, VerificationItem>,
};

describe("types that the store writes a second time", () => {
  it.each(Object.entries(written))("are the same as %s of flows", (_name, isSame) => {
    expect(isSame).toBe(true);
  });
});
