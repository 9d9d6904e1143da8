import type { ComponentProps } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import type { Channel } from "@/lib/core/channel";
import { CHANNEL_NAMES } from "@/lib/core/channel-names";

interface ChannelChoiceProps extends ComponentProps<typeof NativeSelect> {
  channels: readonly Channel[];
}

/** Filters a list by one channel, or by none. */
export function ChannelChoice({ channels, ...select }: ChannelChoiceProps) {
  return (
    <NativeSelect {...select} aria-label="Channel">
      <option value="">Any channel</option>
      {channels.map((channel) => (
        <option key={channel} value={channel}>
          {CHANNEL_NAMES[channel]}
        </option>
      ))}
    </NativeSelect>
  );
}
