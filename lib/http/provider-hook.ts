import { AppError } from "@/lib/app-error";
import { verifyWebhook } from "@/lib/auth/webhook-signature";
import { runtime } from "@/lib/runtime";
import { hearProvider } from "@/lib/usecases/mail/hear-provider";
import { readText } from "./body";
import { refuse } from "./refuse";
import { PRIVATE } from "./reply";
import { requestIdOf } from "./request-id";
import { parseStrictJson } from "./strict-json";

const MAX_BYTES = 256 * 1024;

/** What Resend tells of the mails it took (api.md, "Around it"). Anything not signed by it, or sent before, is a 401. */
export async function providerHook(request: Request): Promise<Response> {
  try {
    const { env, clock, db } = runtime();
    const text = await readText(request, { maxBytes: MAX_BYTES });
    const secret = env.RESEND_WEBHOOK_SECRET;
    const signed = secret ? verifyWebhook(request.headers, text, secret, clock.now()) : null;
    if (!signed) throw new AppError("unauthorized", "This is not signed by the email provider.");
    const body = parseStrictJson(text, { root: "object" });
    if (!(await hearProvider(db, { ...signed, body }, clock.now()))) {
      throw new AppError("unauthorized", "This was received before.");
    }
    return new Response(null, { status: 204, headers: PRIVATE });
  } catch (error) {
    return refuse(error, requestIdOf(request.headers));
  }
}
