import type { HealthView } from "@/lib/core/health-view";

const WIDTH = 24 * 20;
const HEIGHT = 96;

/** Events by hour, a bar each; the same in words for who does not see it. */
export function HoursChart({ hours, zone }: { hours: HealthView["hours"]; zone: string }) {
  const most = Math.max(1, ...hours.map(({ events }) => events));
  const total = hours.reduce((sum, { events }) => sum + events, 0);
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone });
  const busiest = hours.find(({ events }) => events === most);
  const words = `${total.toLocaleString("en")} events in 24 hours${
    total > 0 && busiest
      ? `; most, ${most.toLocaleString("en")}, in the hour from ${clock.format(new Date(busiest.at))}`
      : ""
  }`;
  return (
    <figure className="max-w-2xl">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} role="img" aria-label={words} className="block w-full">
        <line x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} className="stroke-border" />
        {hours.map(({ at, events }, index) => {
          const height = events === 0 ? 0 : Math.max(2, (events / most) * (HEIGHT - 4));
          return (
            <g key={at}>
              <title>{`${clock.format(new Date(at))}: ${events.toLocaleString("en")}`}</title>
              <rect x={index * 20} y="0" width="20" height={HEIGHT} fill="transparent" />
              <rect x={index * 20 + 3} y={HEIGHT - height} width="14" height={height} rx="2" className="fill-primary" />
            </g>
          );
        })}
      </svg>
      {/* Beside the drawing: in it they would shrink and grow with it. */}
      <div aria-hidden className="figures grid grid-cols-4 text-muted-foreground text-xs">
        {hours
          .filter((_, index) => index % 6 === 0)
          .map(({ at }) => (
            <span key={at}>{clock.format(new Date(at))}</span>
          ))}
      </div>
      <figcaption className="mt-1 text-muted-foreground text-xs">{words}.</figcaption>
    </figure>
  );
}
