/** One sentence for a wrong password and for nobody of that name (S17). */
export const REFUSED = "Email or password is not right.";
