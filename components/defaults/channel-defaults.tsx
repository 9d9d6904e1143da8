import { type Draft, shownBy } from "@/components/defaults/draft";
import { ChannelRow } from "@/components/preferences/channel-row";
import { CHANNELS, type Channel, MEDIUM_OF, type Medium } from "@/lib/core/channel";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";
import type { CellChange } from "@/lib/core/defaults";
import type { DefaultsView } from "@/lib/core/defaults-view";

/** Which channels are on for people who did not switch them themselves. */
export function ChannelDefaults({
  medium,
  view,
  draft,
  onChange,
}: {
  medium: Medium;
  view: DefaultsView;
  draft: Draft;
  onChange(changes: CellChange[]): void;
}) {
  const shown = shownBy(view, draft);
  return (
    <section aria-labelledby="how">
      <h2 id="how" className="mb-2 font-semibold text-lg">
        How people get notified
      </h2>
      <ul className="overflow-hidden rounded-xl border">
        {CHANNELS.filter((channel) => MEDIUM_OF[channel] === medium).map((channel) => {
          const { enabled, set, source } = shown({ topic: "", target: channel }, true);
          return (
            <ChannelRow
              {...{ channel, enabled, source }}
              key={channel}
              name={CHANNEL_NAMES[channel]}
              detail={DETAILS[channel]}
              resettable={set}
              note={undefined}
              onChange={(on) => onChange([{ topic: "", target: channel, enabled: on }])}
            />
          );
        })}
      </ul>
    </section>
  );
}

const DETAILS: Readonly<Record<Channel, string>> = {
  bell: "Kept in the bell at the top of every page.",
  popup: "In the bottom right corner, for people who are active here.",
  browser: "From the browser, while Belfry is open in another tab or window.",
  email: "To each person's own address.",
  slack: "As a direct message.",
  teams: "As a message to the person.",
  webhook: "To an address that the person gives.",
  push: "To the phone, also when nothing is open.",
};
