import { z } from "zod";

const Hand = z.enum(["runner", "person", "implementation"]);
/** Workday has no operation that activates, in no service. */
const ActivatingHand = z.enum(["runner", "person"], {
  error:
    "runner or person: Workday has no operation that activates security policy changes, not even its implementation service",
});
/** Where `default` is implementation and nothing else is said, the hand of `activate` does these. */
const PageHand = z.enum(["runner", "person"], {
  error: "runner or person: Workday's implementation service has no operation for it",
});

/** The bot writes no business process security policy through the implementation service. */
const ProcessHand = z.enum(["runner", "person"], {
  error: "runner or person: the bot does not write business process security policies itself",
});

/** Their pages show secrets or end a client: no runner is asked for them. */
const PersonsHand = z
  .literal(
    "person",
    "person: Workday's page shows secrets there, and a runner has no place for one",
  )
  .optional();

/** Who carries out which task. */
export const Hands = z
  .strictObject({
    default: Hand.default("person"),
    "create-security-group": Hand.optional(),
    "add-group-member": Hand.optional(),
    "grant-permissions": Hand.optional(),
    activate: ActivatingHand.optional(),
    "revoke-permissions": Hand.optional(),
    "remove-group-member": Hand.optional(),
    "inactivate-security-group": Hand.optional(),
    "exempt-from-password-expiry": PageHand.optional(),
    "remove-password-exemption": PageHand.optional(),
    "allow-in-authentication-policy": PageHand.optional(),
    "remove-from-authentication-policy": PageHand.optional(),
    "activate-authentication-policies": PageHand.optional(),
    "activate-security-group": Hand.optional(),
    "activate-previous-timestamp": ActivatingHand.optional().describe(
      "The hand of activate, unless said.",
    ),
    "grant-business-processes": ProcessHand.optional(),
    "revoke-business-processes": ProcessHand.optional(),
    "create-segment-group": PageHand.optional(),
    "grant-in-segments": PageHand.optional(),
    "revoke-in-segments": PageHand.optional(),
    "close-segment-group": PageHand.optional(),
    "add-segments-to-content": PageHand.optional(),
    "register-api-client": PersonsHand,
    "replace-refresh-token": PersonsHand,
    "disable-api-client": PersonsHand,
  })
  .prefault({});
