import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { EndMail } from "@/components/mail/end-mail";
import { mailLinkContext } from "@/lib/auth/mail-link-context";
import { perform } from "@/lib/http/perform";
import { runtime } from "@/lib/runtime";
import { readMailEnd } from "@/lib/usecases/mail/mail-end";
import { endThisMail } from "../../actions";

export const metadata: Metadata = { title: "Unsubscribe", robots: "noindex" };

/** Asks before it ends email, and says how that stands (S25). Looking changes nothing. */
export default async function UnsubscribePage({ params, searchParams }: PageProps<"/unsubscribe/[token]/confirm">) {
  const { token } = await params;
  const opened = await mailLinkContext(token, await headers(), runtime());
  if (!opened) notFound();
  const { ctx, link } = opened;
  return (
    <EndMail
      {...(await perform(readMailEnd, ctx, link))}
      digest={"digest" in link.end ? link.end.digest : null}
      failed={(await searchParams).failed !== undefined}
      end={endThisMail.bind(null, token)}
    />
  );
}
