import { childText, flagOf } from "../soap/read.ts";
import { reference, required, sequence, value } from "../soap/shape.ts";
import { leaf } from "../soap/xml.ts";
import type { LearningKind } from "./learning.ts";

/** @see Workday Learning v31.2, Put_Learning_Topic */
export const learningTopic: LearningKind = {
  name: "Learning_Topic",
  plural: "Learning_Topics",
  domains: ["Manage: Learning Content"],
  data: [
    required(value("Learning_Topic_Name")),
    value("Learning_Topic_Description"),
    value("Inactive", "boolean"),
    reference("Icon_Reference", ["WID"]),
    sequence("Learning_Image_Data", [
      value("Image_ID"),
      required(value("File_Name")),
      required(value("Content_Type")),
      required(value("Image", "base64")),
    ]),
  ],
  things: (state) => state.learningTopics,
  nameOf: (data) => childText(data, "Learning_Topic_Name") ?? "",
  fill(_state, thing, data) {
    thing.description = childText(data, "Learning_Topic_Description") ?? "";
    thing.isInactive = flagOf(data, "Inactive") ?? false;
  },
  renderData: (_call, thing) => [
    leaf("Learning_Topic_Name", thing.name),
    leaf("Learning_Topic_Description", thing.description),
    leaf("Inactive", thing.isInactive),
  ],
};
