import { scene } from "../../scene.ts";
import { command, type Offer } from "./offer.ts";

/** What has happened since the sandbox began. None of it is ever undone. */
export interface TourFacts {
  readonly isRequestOpen: boolean;
  readonly isActivated: boolean;
  readonly isPasswordStored: boolean;
  readonly hasAskedForStatus: boolean;
  /** The bot was killed in a step, and runs again. */
  readonly hasSurvived: boolean;
  readonly isClockMoved: boolean;
}

export interface TourStep {
  readonly title: string;
  readonly text: string;
  readonly offers: readonly Offer[];
  readonly isDone: boolean;
}

const { requester, approver, secondApprover, outsider } = scene.people;
const { preview, production } = scene.tenants;

/** What Ann would type: with the tenant, so that no window asks for it. */
function create(recipe: string, tenant: string = preview.name): Offer {
  return command(requester.id, `/workday-isu create ${recipe} ${tenant}`);
}

/** Five steps that show what the bot is for; each is ticked once it has happened, in whatever order. Pure. */
export function planTour(facts: TourFacts): readonly TourStep[] {
  return [
    {
      title: "Ask for an account",
      text: "Ann needs an account for Microsoft Viva Learning. Send the command, say why, press Check, then Open request.",
      offers: [create("viva-learning")],
      isDone: facts.isRequestOpen,
    },
    {
      title: "Approve what goes live",
      text: "Bob sees everything that would go live in Workday, and presses Approve. Cy may try first, and learns why not.",
      offers: [{ kind: "be", label: "Be Cy", person: outsider.id }],
      isDone: facts.isActivated,
    },
    {
      title: "See the proof",
      text: "The bot signed on as the new user and stored the password: nobody saw it. Look at the vault, then ask how the request stands.",
      offers: [
        { kind: "look", label: "Show the vault", panel: "vault" },
        command(requester.id, "/workday-isu status"),
      ],
      isDone: facts.isPasswordStored && facts.hasAskedForStatus,
    },
    {
      title: "Kill the bot",
      text: "Turn the switch on and open another request: the bot dies in the middle of a step. Start it again, and it goes on.",
      offers: [
        { kind: "switch", label: "Kill it in its next step", name: "kill-in-step" },
        create("kolleno"),
      ],
      isDone: facts.hasSurvived,
    },
    {
      title: "Let time pass",
      text: "Move the clock on by a day, and again: who should decide is reminded, then the request expires and is cleaned up.",
      offers: [{ kind: "clock", label: "One day later", hours: 24 }],
      isDone: facts.isClockMoved,
    },
  ];
}

/** What else is worth a try, once somebody knows the way. */
export const ideas: readonly { readonly text: string; readonly offers: readonly Offer[] }[] = [
  {
    text: "Eve denies a request: nothing of it goes live, and what is left is listed.",
    offers: [create("hackerrank"), { kind: "be", label: "Be Eve", person: secondApprover.id }],
  },
  {
    text: "Somebody else's change is pending too: the card shows it, and an approval of an older card does not count.",
    offers: [
      { kind: "switch", label: "Leave a change pending", name: "strangers-change" },
      { kind: "look", label: "Show the tenant", panel: "tenant" },
    ],
  },
  {
    text: "The bot's view of the tenant is narrower: what it could not see is called unverified.",
    offers: [{ kind: "look", label: "Show the switches", panel: "switches" }],
  },
  {
    text: "An account of an earlier time gets another password, or comes to its end.",
    offers: [
      command(requester.id, "/workday-isu rotate ISU_Payroll_Export"),
      command(requester.id, "/workday-isu retire ISU_Benefits_Carrier"),
    ],
  },
  {
    text: "Production: the tenant's name is typed, changes have a window, and an approval needs a passkey. Bob and Eve register one each, then confirm each other's.",
    offers: [
      create("hackerrank", production.name),
      { kind: "register", label: "Register Bob's passkey", person: approver.id },
      { kind: "register", label: "Register Eve's passkey", person: secondApprover.id },
    ],
  },
  {
    text: "Cribl needs an API client too. Once its account is there, press Ask for an API client; Dora registers it under By hand, and enters what Workday shows her on a page of the bot's.",
    offers: [create("cribl"), { kind: "look", label: "Show By hand", panel: "hand" }],
  },
  {
    text: "Bob lets Eve decide for him while he is away.",
    offers: [command(approver.id, "/workday-isu delegate")],
  },
  {
    text: "What else it can do, and what vendors ask for.",
    offers: [
      command(requester.id, "/workday-isu help"),
      command(requester.id, "/workday-isu recipes"),
      command(approver.id, "/workday-isu list"),
    ],
  },
];
