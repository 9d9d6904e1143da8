import { Text } from "@react-email/text";
import type { MailData } from "@/lib/core/mail";
import { listed } from "../listed";
import { briefTime, cut } from "../words";
import { Frame } from "./frame";
import { LOOK } from "./look";
import { BodyText, More, Open, Title } from "./parts";

/** Several events in one mail, counted in the title and listed below it (R78). */
export function MergedMail(data: MailData["merged"]) {
  const { item, total, recipient } = data;
  const parts = listed(data.parts);
  return (
    <Frame data={data} title={item.title} preview={parts.map(({ title }) => title).join(", ")}>
      <Title>{item.title}</Title>
      <BodyText body={item.body} />
      <div style={{ marginTop: "16px" }}>
        {parts.map(({ title, at }, index) => (
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
      <More count={total - parts.length} />
      <Open frame={data} item={item} />
    </Frame>
  );
}
