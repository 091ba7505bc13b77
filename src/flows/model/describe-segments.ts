import type { Segments } from "./segments.ts";

/** What an access is segmented by, in a few words. */
export function describeSegments(segments: Segments): string {
  const names = segments.names.join(", ");
  switch (segments.kind) {
    case "topics":
      return `the learning topics ${names} (topic security segment ${segments.segment})`;
    case "categories":
      return `the learning security categories ${names}`;
    case "existing":
      return `the segments ${names}`;
  }
}
