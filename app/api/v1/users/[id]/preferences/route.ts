import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";
import { getPreferences } from "@/lib/usecases/preferences/get-preferences";
import { patchPreferences } from "@/lib/usecases/preferences/patch-preferences";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(getPreferences, { params: { id: "user" } }),
  PATCH: route(patchPreferences, { params: { id: "user" } }),
});
