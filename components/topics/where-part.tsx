import { TAB_NAMES } from "@/components/preferences/names";
import type { Offer, TopicPartProps } from "@/components/topics/topic-draft";
import { Choice, Fields, YesNo } from "@/components/ui/fields";
import { MEDIA } from "@/lib/core/channel";

/** How it reaches people, and what they may choose. */
export function WherePart({ draft, faults, set }: TopicPartProps) {
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

const OFFER_WORDS: Readonly<Record<Offer, string>> = {
  none: "Not offered",
  off: "Off until they turn it on",
  on: "On until they turn it off",
  required: "Always on",
};
