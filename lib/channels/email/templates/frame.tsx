import { Body } from "@react-email/body";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Html } from "@react-email/html";
import { Link } from "@react-email/link";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import type { ReactNode } from "react";
import type { MailData, MailKind } from "@/lib/core/mail";
import { preferencesLink, unsubscribeAddress } from "../addresses";
import { cut, unsubscribeWords, whyWords } from "../words";
import { LOOK, STYLE_SHEET } from "./look";

interface FrameProps {
  data: MailData[MailKind];
  title: string;
  /** What mailboxes show beside the subject. */
  preview: string;
  children: ReactNode;
}

/** One column on a quiet ground, nothing in it that needs images; at its foot why it came and how to end that (U33). */
export function Frame({ data, title, preview, children }: FrameProps) {
  const unsubscribe = unsubscribeAddress(data);
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <title>{cut(title, 200)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{STYLE_SHEET}</style>
      </Head>
      <Body className="page">
        <Preview>{cut(preview, 140)}</Preview>
        <Section className="page" style={LOOK.page}>
          <Container style={LOOK.column}>
            {/* biome-ignore lint/a11y/useSemanticElements: mailboxes drop the elements, and keep the roles */}
            <div role="banner">
              <Text className="quiet" style={LOOK.brand}>
                <bdi>{data.workspace}</bdi>
              </Text>
            </div>
            {/* biome-ignore lint/a11y/useSemanticElements: as above */}
            <div role="main" className="card" style={LOOK.card}>
              <div className="inside" style={LOOK.inside}>
                {children}
              </div>
            </div>
            {/* biome-ignore lint/a11y/useSemanticElements: as above */}
            <div role="contentinfo" style={LOOK.foot}>
              <Text className="quiet" style={LOOK.footWords}>
                {whyWords(data)}
              </Text>
              <FootLink href={preferencesLink(data)}>Change what you get</FootLink>
              {unsubscribe && <FootLink href={unsubscribe}>{unsubscribeWords(data)}</FootLink>}
            </div>
          </Container>
        </Section>
      </Body>
    </Html>
  );
}

function FootLink({ href, children }: { href: string; children: string }) {
  return (
    <Text className="quiet" style={LOOK.footLink}>
      <Link className="link" style={LOOK.link} href={href}>
        {children}
      </Link>
    </Text>
  );
}
