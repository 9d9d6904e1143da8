import { Text } from "@react-email/text";
import type { MailData } from "@/lib/core/mail";
import { timeWords } from "../words";
import { Frame } from "./frame";
import { LOOK } from "./look";
import { Open, Title } from "./parts";

/** A message that a person wrote to many (R36, R91): their words as they wrote them. */
export function BroadcastMail(data: MailData["broadcast"]) {
  const { item, sender, recipient, workspace } = data;
  return (
    <Frame data={data} title={item.title} preview={item.body || `A message from ${sender ?? workspace}`}>
      <Title>{item.title}</Title>
      <Text className="quiet" style={LOOK.quiet}>
        From <bdi>{sender ?? workspace}</bdi> · {timeWords(item.at, recipient.timeZone)}
      </Text>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by an allowlist before it is stored (S8) */}
      <div className="ink" style={LOOK.words} dir="auto" dangerouslySetInnerHTML={{ __html: data.html }} />
      <Open frame={data} item={item} />
    </Frame>
  );
}
