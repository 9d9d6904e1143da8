import { TAB_NAMES } from "@/components/preferences/names";
import type { Offer, TopicDraft } from "@/components/topics/topic-draft";
import { CodeField } from "@/components/ui/code-field";
import { Field } from "@/components/ui/field";
import { Choice, Fields, YesNo } from "@/components/ui/fields";
import { MEDIA } from "@/lib/core/channel";
import type { Origin } from "@/lib/core/event";

export interface PartProps {
  draft: TopicDraft;
  faults: Readonly<Record<string, string>>;
  set(change: Partial<TopicDraft>): void;
}

const OFFER_WORDS: Readonly<Record<Offer, string>> = {
  none: "Not offered",
  off: "Off until they turn it on",
  on: "On until they turn it off",
  required: "Always on",
};

const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  ui: "people at work",
  api: "the API",
  import: "imports",
  automation: "automation",
};
const ORIGINS = Object.keys(ORIGIN_WORDS) as Origin[];

/** How it reaches people, and what they may choose. */
export function WherePart({ draft, faults, set }: PartProps) {
  return (
    <Fields title="Where it shows">
      <div className="grid gap-4 sm:grid-cols-2">
        {MEDIA.map((medium) => (
          <Choice
            key={medium}
            name={`offer-${medium}`}
            label={TAB_NAMES[medium]}
            value={draft.offers[medium]}
            options={OFFER_WORDS}
            onChange={(value) => set({ offers: { ...draft.offers, [medium]: value as Offer } })}
          />
        ))}
      </div>
      {faults.media ? (
        <p role="alert" className="text-destructive text-sm">
          {faults.media}
        </p>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          name="urgency"
          label="Urgency"
          value={draft.urgency}
          options={{ normal: "Normal", high: "High", critical: "Critical: passes quiet hours and pauses" }}
          onChange={(urgency) => set({ urgency })}
        />
        <Choice
          name="feed"
          label="Bell tab besides All"
          value={draft.feed}
          options={{ "": "None", downloads: "Downloads", apps: "Apps" }}
          onChange={(feed) => set({ feed })}
        />
      </div>
      <YesNo
        name="sticky"
        label="Its pop-up stays until it is closed"
        checked={draft.sticky}
        onChange={(sticky) => set({ sticky })}
      />
    </Fields>
  );
}

/** Who is told: relations, gates and the condition. */
export function WhoPart({ draft, faults, set }: PartProps) {
  return (
    <Fields title="Who is told">
      <Field
        name="audience"
        label="Relations"
        hint="Such as owner, follower: divided by commas. Empty: anybody whom an event names."
        fault={faults.audience}
        autoComplete="off"
        spellCheck={false}
        value={draft.audience}
        onChange={({ target }) => set({ audience: target.value })}
      />
      <div>
        <YesNo
          name="strict"
          label="Only those relations, nobody without one"
          checked={draft.strict}
          onChange={(strict) => set({ strict })}
        />
        <YesNo
          name="main"
          label="Of a group only its main members"
          checked={draft.main}
          onChange={(main) => set({ main })}
        />
        <YesNo
          name="own-action"
          label="Also the person who did it"
          checked={draft.allowOwnAction}
          onChange={(allowOwnAction) => set({ allowOwnAction })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="permission"
          label="Permission"
          hint="Such as forms.access. Who lacks it neither sees nor gets it."
          fault={faults.permission}
          autoComplete="off"
          spellCheck={false}
          value={draft.permission}
          onChange={({ target }) => set({ permission: target.value })}
        />
        <Choice
          name="role"
          label="Role"
          value={draft.role}
          options={{ "": "Everybody", admin: "Admins and super admins", super_admin: "Super admins" }}
          onChange={(role) => set({ role })}
        />
      </div>
      <CodeField
        name="condition"
        label="Condition"
        hint="CEL over data, subject, actor, origin and recipient, such as data.value >= 1. What asks for a missing field is not met."
        fault={faults.condition}
        rows={2}
        value={draft.condition}
        onChange={({ target }) => set({ condition: target.value })}
      />
      <fieldset>
        <legend className="pb-1 font-medium">Nothing is sent for what comes from</legend>
        <div className="flex flex-wrap gap-x-6">
          {ORIGINS.map((origin) => (
            <YesNo
              key={origin}
              name={`origin-${origin}`}
              label={ORIGIN_WORDS[origin]}
              checked={draft.ignoreOrigins.includes(origin)}
              onChange={(on) =>
                set({
                  ignoreOrigins: ORIGINS.filter((one) => (one === origin ? on : draft.ignoreOrigins.includes(one))),
                })
              }
            />
          ))}
        </div>
      </fieldset>
    </Fields>
  );
}

/** What waits for others, and for the clock. */
export function WhenPart({ draft, faults, set }: PartProps) {
  return (
    <Fields title="When it is told">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="merge_seconds"
          label="Merge several within, in seconds"
          hint="They become one notification. Empty: each is told at once."
          fault={faults.merge_seconds}
          inputMode="numeric"
          autoComplete="off"
          value={draft.merge}
          onChange={({ target }) => set({ merge: target.value })}
        />
        <Field
          name="align_seconds"
          label="On multiples of, in seconds"
          hint="300 is every five minutes of the clock. Empty: at once."
          fault={faults.align_seconds}
          inputMode="numeric"
          autoComplete="off"
          value={draft.align}
          onChange={({ target }) => set({ align: target.value })}
        />
      </div>
      <Choice
        name="digest"
        label="Summary"
        value={draft.digest}
        options={{
          "": "None: it tells of events",
          weekly: "Sums up its section every Monday",
          friday: "Sums up its section every Friday",
        }}
        onChange={(digest) => set({ digest })}
      />
    </Fields>
  );
}
