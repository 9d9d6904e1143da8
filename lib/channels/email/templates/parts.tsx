import { Button } from "@react-email/button";
import { Heading } from "@react-email/heading";
import { Text } from "@react-email/text";
import type { MailFrame, MailItem } from "@/lib/core/mail";
import { itemAddress, outsideHost } from "../addresses";
import { type BodyLine, bodyLines } from "../body-lines";
import { openWords, timeWords } from "../words";
import { LOOK } from "./look";

export function Title({ children }: { children: string }) {
  return (
    <Heading as="h1" className="ink" style={LOOK.title} dir="auto">
      {children}
    </Heading>
  );
}

/** Where it comes from and when it was, in the recipient's zone. */
export function Origin({ frame, item }: { frame: MailFrame; item: MailItem }) {
  return (
    <Text className="quiet" style={LOOK.quiet}>
      <bdi>{item.origin}</bdi> · {timeWords(item.at, frame.recipient.timeZone)}
    </Text>
  );
}

/** Each fact and each paragraph in a line of its own. */
export function BodyText({ body }: { body: string }) {
  return bodyLines(body).map((line, index, lines) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
    <Text key={index} className="ink" style={isNextFact(lines, index) ? LOOK.nextFact : LOOK.words} dir="auto">
      {"words" in line ? (
        line.words
      ) : (
        <>
          <span className="quiet" style={{ color: LOOK.quiet.color }}>
            {line.label}:
          </span>{" "}
          {line.value}
        </>
      )}
    </Text>
  ));
}

/** Facts stand closer to each other than paragraphs do. */
function isNextFact(lines: readonly BodyLine[], index: number): boolean {
  return [lines[index - 1], lines[index]].every((line) => line !== undefined && "label" in line);
}

/** Opens the notification, and says the host that it leads on to when that is not ours (S9). */
export function Open({ frame, item }: { frame: MailFrame; item: MailItem }) {
  const host = outsideHost(frame, item);
  return (
    <>
      <OpenButton href={itemAddress(frame, item)}>{openWords(item)}</OpenButton>
      {host && (
        <Text className="quiet" style={{ ...LOOK.quiet, marginTop: "8px" }}>
          Leads to {host}
        </Text>
      )}
    </>
  );
}

export function OpenButton({ href, children }: { href: string; children: string }) {
  return (
    <div style={{ marginTop: "24px" }}>
      <Button className="button" style={LOOK.button} href={href}>
        {children}
      </Button>
    </div>
  );
}

export function More({ count }: { count: number }) {
  if (count <= 0) return null;
  return (
    <Text className="quiet" style={{ ...LOOK.quiet, marginTop: "12px" }}>
      and {count.toLocaleString("en")} more
    </Text>
  );
}
