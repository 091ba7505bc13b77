import type { Obstacle } from "./answers.ts";

/** Deletion, recovery and purge answer at once and finish seconds later. */
export type Life =
  | { readonly kind: "active" }
  | { readonly kind: "being-deleted"; readonly deletedAt: number; readonly until: number }
  | { readonly kind: "deleted"; readonly deletedAt: number }
  | { readonly kind: "being-recovered"; readonly until: number }
  | { readonly kind: "being-purged"; readonly until: number }
  | { readonly kind: "gone" };

/** How long the service takes to finish, in milliseconds; recorded ones took about 5 s. */
export const finishesAfterMs = 5_000;

const retentionMs = 7 * 24 * 60 * 60 * 1000;

/** When a deleted secret goes for good. */
export function purgesAt(deletedAt: number): number {
  return deletedAt + retentionMs;
}

/** The state that this one has become by `now`. */
export function lifeOf(life: Life, now: number): Life {
  return now < endOf(life) ? life : successorOf(life);
}

function endOf(life: Life): number {
  if ("until" in life) return life.until;
  return life.kind === "deleted" ? purgesAt(life.deletedAt) : Number.POSITIVE_INFINITY;
}

function successorOf(life: Life): Life {
  switch (life.kind) {
    case "being-deleted":
      return { kind: "deleted", deletedAt: life.deletedAt };
    case "being-recovered":
    case "active":
      return { kind: "active" };
    case "being-purged":
    case "deleted":
    case "gone":
      return { kind: "gone" };
  }
}

export function isSettled(life: Life): boolean {
  return !("until" in life);
}

/** Why a secret in this state cannot be written, if it cannot. */
export function obstacleOf(life: Life): Obstacle | undefined {
  switch (life.kind) {
    case "being-deleted":
    case "being-purged":
      return "ObjectIsBeingDeleted";
    case "deleted":
      return "ObjectIsDeletedButRecoverable";
    case "being-recovered":
      return "ObjectIsBeingRecovered";
    case "active":
    case "gone":
      return undefined;
  }
}
