import type { Modal } from "../blocks/block.ts";
import type { SentChange } from "../forms/change-fields.ts";
import {
  type AnyChange,
  type ChangeContent,
  changeWindow,
  tenantIn,
} from "../forms/change-form.ts";
import type { FormField } from "../forms/field.ts";
import type { KindInSlack } from "./kind.ts";

/** A kind of request that needs no more than a few fields, in the window that all of these share. */
export interface ChangeInSlack<Raw extends AnyChange> extends KindInSlack<Raw> {
  /** The form where there may be several tenants to choose from. */
  readonly window: (content: ChangeContent<Raw>) => Modal;
  readonly read: (sent: SentChange) => AnyChange;
}

/** Where a change is asked for, and of which account if it is about one. */
interface Where {
  readonly tenant: string;
  readonly userName: string;
  readonly groupName?: string;
}

interface Own<Raw extends AnyChange, Read extends object> {
  readonly introduce: (raw: Raw) => string;
  /** The command that asks for it. */
  readonly command: string;
  readonly fields: FormField<ChangeContent<Raw>, Read, object, SentChange>;
  readonly toRaw: (where: Where, read: Read) => Raw;
}

export function defineChange<Raw extends AnyChange, Read extends object>({
  introduce,
  command,
  fields,
  toRaw,
}: Own<Raw, Read>): ChangeInSlack<Raw> {
  function window(content: ChangeContent<Raw>): Modal {
    const { raw, problems = {} } = content;
    const introduction = introduce(raw);
    return changeWindow(content, {
      introduction,
      command,
      fields: fields.show(content, problems),
    });
  }
  return {
    window,
    form: ({ tenant, ...content }) => window({ ...content, tenants: [tenant] }),
    read: (sent) => {
      const { userName, groupName = "", tenants } = sent.carried;
      const where = groupName === "" ? {} : { groupName };
      const tenant = tenantIn(sent.inputs, tenants);
      return toRaw({ tenant, userName, ...where }, fields.read(sent));
    },
  };
}
