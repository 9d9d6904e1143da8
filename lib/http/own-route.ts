import type { z } from "zod";
import { AppError } from "@/lib/app-error";
import { requestUserContext } from "@/lib/auth/request-context";
import type { Runtime } from "@/lib/runtime";
import type { Context } from "@/lib/usecases/context";
import type { UseCase } from "@/lib/usecases/use-case";
import { endpoint, type RouteOptions } from "./endpoint";
import { isOwnOrigin } from "./origin";

/** An endpoint for our own pages: who asks, by cookie; what changes something, from our own pages only (S7). */
export function ownRoute<Input extends z.ZodType, Output>(useCase: UseCase<Input, Output>, options: RouteOptions = {}) {
  return endpoint(cookieContext, useCase, options);
}

async function cookieContext(request: Request, made: Runtime): Promise<Context> {
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads && !isOwnOrigin(request.headers, made.publicUrl)) {
    throw new AppError("forbidden", "This did not come from a page of Belfry.");
  }
  const ctx = await requestUserContext(request, made);
  if (!ctx) throw new AppError("unauthorized", "You are signed out. Sign in again.");
  return ctx;
}
