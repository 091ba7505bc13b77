import { scene } from "../../scene.ts";
import { type Stage, shownTenants } from "../stage.ts";
import type { TourFacts } from "./tour.ts";

/** What counts is what came after this. */
interface Before {
  readonly activations: number;
  readonly secrets: ReadonlySet<string>;
}

type Facts = Readonly<Record<keyof TourFacts, () => boolean>>;

/** Looks what of the tour has happened, at the services themselves; what was seen once stays so. */
export function createFactReader(stage: Stage): () => TourFacts {
  const { vault } = stage;
  const facts = factsOf(stage, {
    activations: countActivations(stage),
    secrets: new Set(vault.secrets().map(({ name }) => name)),
  });
  const seen = new Set<keyof TourFacts>();

  function is(fact: keyof TourFacts): boolean {
    if (!seen.has(fact) && facts[fact]()) seen.add(fact);
    return seen.has(fact);
  }

  return () => ({
    isRequestOpen: is("isRequestOpen"),
    isActivated: is("isActivated"),
    isPasswordStored: is("isPasswordStored"),
    hasAskedForStatus: is("hasAskedForStatus"),
    hasSurvived: is("hasSurvived"),
    isClockMoved: is("isClockMoved"),
  });
}

function countActivations({ workday }: Stage): number {
  const all = shownTenants.map(({ name }) => workday.tenant(name).timestamps().length);
  return all.reduce((sum, some) => sum + some, 0);
}

function factsOf(stage: Stage, before: Before): Facts {
  const { slack, vault, bot, clock, board } = stage;
  return {
    isRequestOpen: () =>
      slack
        .messages(scene.channel)
        .some(
          ({ isFromBot, blocks }) => isFromBot && /ISU-[0-9A-Z]{8}/.test(JSON.stringify(blocks)),
        ),
    isActivated: () => countActivations(stage) > before.activations,
    isPasswordStored: () =>
      vault
        .secrets()
        .some(
          ({ name, versions }) =>
            !before.secrets.has(name) && versions.some(({ enabled }) => enabled),
        ),
    hasAskedForStatus: () =>
      slack.traffic.some(
        ({ direction, what, text }) =>
          direction === "to-bot" && what === "/workday-isu" && /\btext"?[=:] ?"?status/.test(text),
      ),
    hasSurvived: () => {
      const { isRunning, isStarting } = bot.look();
      return board.used().has("kill-in-step") && isRunning && !isStarting;
    },
    isClockMoved: () => clock.aheadMs() > 0,
  };
}
