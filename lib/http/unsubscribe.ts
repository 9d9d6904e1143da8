import { AppError } from "@/lib/app-error";
import { mailLinkContext } from "@/lib/auth/mail-link-context";
import { runtime } from "@/lib/runtime";
import { endMail } from "@/lib/usecases/mail/mail-end";
import { perform } from "./perform";
import { refuse } from "./refuse";
import { PRIVATE } from "./reply";
import { requestIdOf } from "./request-id";

interface Segment {
  params: Promise<{ token: string }>;
}

/**
 * One click in a mailbox (RFC 8058, S25): no cookie, no page, no redirect, and the same answer each time. What is sent
 * along is not read. Faults: `not_found` for a link that we did not sign, `conflict` for what the company requires.
 */
export async function unsubscribe(request: Request, { params }: Segment): Promise<Response> {
  try {
    const opened = await mailLinkContext((await params).token, request.headers, runtime());
    if (!opened) throw new AppError("not_found", "This link does not work: it may have been cut off.");
    const { state, workspace } = await perform(endMail, opened.ctx, opened.link);
    if (state === "required") {
      throw new AppError("conflict", `${workspace} requires this email: it cannot be switched off.`);
    }
    return new Response("You are unsubscribed.\n", { headers: HEADERS });
  } catch (error) {
    return refuse(error, requestIdOf(request.headers));
  }
}

/** Mail scanners open links too: looking changes nothing, and leads to a page that asks. */
export async function askFirst(_: Request, { params }: Segment): Promise<Response> {
  const { token } = await params;
  const to = `${runtime().publicUrl}/unsubscribe/${encodeURIComponent(token)}/confirm`;
  return new Response(null, { status: 303, headers: { ...HEADERS, location: to } });
}

const HEADERS = { "content-type": "text/plain; charset=utf-8", ...PRIVATE };
