import { describeSegments } from "../../model/describe-segments.ts";
import { segmentsOf } from "../../request/names-in-draft.ts";
import type { OwnStepKind } from "../../request/step-kind.ts";
import { truncate } from "../../text/truncate.ts";

export const makeSegments: OwnStepKind<"make-segments"> = {
  name: "make-segments",
  title: "what the access is segmented by",
  describe: (draft) =>
    `See that there are ${truncate(describeSegments(segmentsOf(draft)), 400)}: what is missing is made`,
  takesEffect: false,
  by: "Workday web service",
};
