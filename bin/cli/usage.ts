import { SCOPES } from "@/lib/core/scope";

/** What `--help` prints. */
export const USAGE = `Usage: npm run belfry -- <command> [options]

  user set --id ID [--email ADDRESS] [--name NAME] [--password PASSWORD] [--role ROLE]
      Makes a person, or changes what is given. A new one needs --email.
      ROLE is member, admin or super_admin. A new password ends the person's sessions.

  api-key create --name NAME --scopes SCOPE,SCOPE [--app APP] [--expires DATE]
      Makes a key and shows it this once. APP is the name or id of the app it belongs
      to; without it, an app of the key's name. DATE is such as 2027-01-31.
      Scopes: ${SCOPES.slice(0, 5).join(", ")},
      ${SCOPES.slice(5).join(", ")}.

  api-key revoke [--id] ID
      Ends a key. Every process refuses it within a second.

  workspace create --name NAME
      Makes one more workspace.

  outbox list [--limit NUMBER]
      The newest mails that were kept here, since no email provider is configured.

  db backup FILE
      Copies the whole database to a new file, while Belfry runs, and checks the copy.

  db restore FILE
      Puts a backup in the database's place, also while Belfry runs. What was there
      before is kept beside it.

  db check
      Whether every page, owner and entry of audit is sound.

Options of all: --workspace ID for another than the first; --json for one line of JSON.
The database is that of DATABASE_URL.
`;
