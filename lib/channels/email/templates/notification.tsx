import type { MailData } from "@/lib/core/mail";
import { Frame } from "./frame";
import { BodyText, Open, Origin, Title } from "./parts";

/** One notification: its title, its facts, and the way to its record. */
export function NotificationMail(data: MailData["notification"]) {
  const { item } = data;
  return (
    <Frame data={data} title={item.title} preview={item.body || item.origin}>
      <Title>{item.title}</Title>
      <Origin frame={data} item={item} />
      <BodyText body={item.body} />
      <Open frame={data} item={item} />
    </Frame>
  );
}
