import Link from "next/link";
import { CardPage } from "@/components/shell/card-page";
import { Alert, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { preferencesAddress } from "@/lib/core/preferences-address";

export interface EndMailProps {
  workspace: string;
  /** The topic it is about; null where it is about all email. */
  topic: { key: string; name: string } | null;
  digest: "daily" | "weekly" | null;
  state: "on" | "off" | "required" | "gone";
  /** The last try did not work. */
  failed: boolean;
  end(): Promise<void>;
}

/** Asks whether an email should end, or says that it has. A plain form: it works without scripts. */
export function EndMail({ failed, end, ...about }: EndMailProps) {
  const { title, hint } = WORDS[about.state](about);
  const { topic, state } = about;
  return (
    <CardPage title={title} hint={hint}>
      <div className="grid gap-3">
        {failed ? (
          <Alert variant="destructive">
            <AlertTitle className="font-normal">That did not work. Nothing was changed. Try again.</AlertTitle>
          </Alert>
        ) : null}
        {state === "on" ? (
          <form action={end} className="grid">
            <Button type="submit" size="lg">
              Unsubscribe
            </Button>
          </form>
        ) : null}
        <Button asChild size="lg" variant="outline">
          <Link href={preferencesAddress({ medium: "email", topic: topic?.key })}>Open your preferences</Link>
        </Button>
      </div>
    </CardPage>
  );
}

type About = Pick<EndMailProps, "workspace" | "topic" | "digest">;

const WORDS: Record<EndMailProps["state"], (about: About) => { title: string; hint: string }> = {
  on: ({ workspace, topic, digest }) => ({
    title: topic ? "Unsubscribe from this email?" : digest ? `Stop the ${digest} summary?` : "Stop these emails?",
    hint: topic
      ? `${workspace} will no longer email you about “${topic.name}”. Your other notifications stay as they are.`
      : `${digest ? "No summary, and none of its emails one by one: " : ""}${workspace} will only email you what is required. Everything else stays in your bell and your inbox.`,
  }),
  off: ({ workspace, topic }) => ({
    title: "You are unsubscribed",
    hint: topic
      ? `${workspace} does not email you about “${topic.name}”.`
      : `${workspace} only emails you what is required.`,
  }),
  required: ({ workspace, topic }) => ({
    title: "This email cannot be switched off",
    hint: `${workspace} requires “${topic?.name}” for everybody, because of what it tells about your account.`,
  }),
  gone: ({ workspace }) => ({
    title: "There is nothing left to end",
    hint: `${workspace} no longer sends this email.`,
  }),
};
