/** The set-up cannot go on, and the message says what the person can do about it. */
export class SetUpFailed extends Error {}
