import { Text } from "@react-email/text";
import type { MailData } from "@/lib/core/mail";
import { MOST_PARTS } from "../listed";
import { briefTime, cut } from "../words";
import { Frame } from "./frame";
import { LOOK } from "./look";
import { More, Open, Title } from "./parts";

/** Several events in one mail, counted in the title and listed below it (R78). */
export function MergedMail(data: MailData["merged"]) {
  const { item, parts, recipient } = data;
  return (
    <Frame data={data} title={item.title} preview={parts.map(({ title }) => title).join(", ") || item.body}>
      <Title>{item.title}</Title>
      <div style={{ marginTop: "16px" }}>
        {parts.slice(0, MOST_PARTS).map(({ title, at }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
          <div key={index} className="line" style={LOOK.entry}>
            <Text className="ink" style={LOOK.entryTitle} dir="auto">
              {cut(title, 200)}
            </Text>
            <Text className="quiet" style={LOOK.quiet}>
              {briefTime(at, recipient.timeZone)}
            </Text>
          </div>
        ))}
      </div>
      <More count={parts.length - MOST_PARTS} />
      <Open frame={data} item={item} />
    </Frame>
  );
}
