import { EXAMPLES } from "@/lib/channels/email/examples";
import { renderEmail } from "@/lib/channels/email/render-email";
import type { MailKind } from "@/lib/core/mail";

// A program of its own: Playwright compiles the templates' JSX for itself, not for React.
const kinds = Object.keys(EXAMPLES) as MailKind[];
const mails = await Promise.all(kinds.map(async (kind) => [kind, (await renderEmail(kind, EXAMPLES[kind])).html]));
process.stdout.write(JSON.stringify(mails));
