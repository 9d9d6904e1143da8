import { Heading } from "@react-email/heading";
import { Link } from "@react-email/link";
import { Text } from "@react-email/text";
import { digestTitle, notificationsWords } from "@/lib/core/digest-words";
import type { MailData, MailFrame, MailItem } from "@/lib/core/mail";
import { inboxAddress, itemAddress } from "../addresses";
import { grouped, listed } from "../listed";
import { briefTime, cut } from "../words";
import { Frame } from "./frame";
import { LOOK } from "./look";
import { More, OpenButton, Title } from "./parts";

/** Many notifications in one mail, by where they come from, each a link to itself. */
export function DigestMail(data: MailData["digest"]) {
  const { period, items, total, workspace } = data;
  const shown = listed(items);
  return (
    <Frame data={data} title={digestTitle(period)} preview={shown.map(({ title }) => title).join(", ")}>
      <Title>{digestTitle(period)}</Title>
      <Text className="quiet" style={LOOK.quiet}>
        {notificationsWords(total)} for you at <bdi>{workspace}</bdi>
      </Text>
      {grouped(shown).map(([origin, ofOrigin]) => (
        <div key={origin}>
          <Heading as="h2" className="ink" style={LOOK.section}>
            <bdi>{origin}</bdi>
          </Heading>
          {ofOrigin.map((item) => (
            <Entry key={item.id} frame={data} item={item} />
          ))}
        </div>
      ))}
      <More count={total - shown.length} />
      <OpenButton href={inboxAddress(data)}>Open your inbox</OpenButton>
    </Frame>
  );
}

function Entry({ frame, item }: { frame: MailFrame; item: MailItem }) {
  return (
    <div className="line" style={LOOK.entry}>
      <Heading as="h3" style={LOOK.entryTitle} dir="auto">
        <Link className="link" style={LOOK.link} href={itemAddress(frame, item)}>
          {cut(item.title, 160)}
        </Link>
      </Heading>
      {item.body && (
        <Text className="ink" style={{ ...LOOK.quiet, color: LOOK.title.color }} dir="auto">
          {cut(item.body, 140)}
        </Text>
      )}
      <Text className="quiet" style={LOOK.quiet}>
        {briefTime(item.at, frame.recipient.timeZone)}
      </Text>
    </div>
  );
}
