import type { TopicPartProps } from "@/components/topics/topic-draft";
import { Field } from "@/components/ui/field";
import { Choice, Fields } from "@/components/ui/fields";

/** What waits for others, and for the clock. */
export function WhenPart({ draft, faults, set }: TopicPartProps) {
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
