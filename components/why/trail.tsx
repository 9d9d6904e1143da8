import { RelativeTime } from "@/components/ui/relative-time";
import { ChangeSetting } from "@/components/why/change-setting";
import { OUTCOME } from "@/components/why/outcome-sign";
import type { ChannelExplanation, Explanation } from "@/lib/core/explanation";

/** What happened, your relation to it, the condition, and what became of it on each channel. */
export function Trail({ explanation, zone }: { explanation: Explanation; zone: string }) {
  return (
    <div className="space-y-3">
      <p className="wrap-anywhere">{explanation.sentence}</p>
      <ol className="border-l pl-3">
        {explanation.steps.map((step) => (
          <li
            key={step.label}
            className="relative py-1 before:absolute before:top-2.5 before:-left-[15.5px] before:size-1.5 before:rounded-full before:bg-input"
          >
            <span className="block text-muted-foreground text-xs">{step.label}</span>
            <span className="wrap-anywhere">{step.detail}</span>
          </li>
        ))}
      </ol>
      <ul className="space-y-2">
        {explanation.channels.map((channel) => (
          <ChannelRow key={channel.channel} channel={channel} zone={zone} />
        ))}
      </ul>
    </div>
  );
}

function ChannelRow({ channel, zone }: { channel: ChannelExplanation; zone: string }) {
  const { Icon, colour, word } = OUTCOME[channel.outcome];
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <div className="min-w-0 flex-1">
        <p className="figures flex flex-wrap items-baseline gap-x-1.5">
          <span className="font-medium">{channel.label}</span>
          <span className={`font-medium ${colour}`}>{word}</span>
          <RelativeTime at={channel.at} zone={zone} className="text-muted-foreground text-xs" />
        </p>
        <p className="wrap-anywhere text-muted-foreground">
          {channel.sentence}
          {channel.setting ? <ChangeSetting setting={channel.setting} /> : null}
        </p>
      </div>
    </li>
  );
}
