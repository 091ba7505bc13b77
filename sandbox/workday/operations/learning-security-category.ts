import { childText } from "../soap/read.ts";
import { required, value } from "../soap/shape.ts";
import { leaf } from "../soap/xml.ts";
import type { LearningKind } from "./learning.ts";

/** @see Workday Learning v31.2, Put_Learning_Security_Category */
export const learningSecurityCategory: LearningKind = {
  name: "Learning_Security_Category",
  plural: "Learning_Security_Categories",
  domains: ["Learning Segment Setup", "Manage: Learning Content"],
  data: [required(value("Name"))],
  things: (state) => state.learningCategories,
  nameOf: (data) => childText(data, "Name") ?? "",
  fill() {
    // A category has nothing but its name.
  },
  renderData: (_call, thing) => [leaf("Name", thing.name)],
};
