/** The detail of a delivery that an admin sends again: that its notification was read does not keep it from leaving. */
export const RESENT = "resent";
