/** The tenant that a query is confined to. It comes from a stored row only, never from what a caller sent (S29). */
export type WorkspaceId = string & { readonly __brand: "workspace" };
