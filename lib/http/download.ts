import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { z } from "zod";
import { AppError } from "@/lib/app-error";
import { requestUserContext } from "@/lib/auth/request-context";
import { runtime } from "@/lib/runtime";
import type { UseCase } from "@/lib/usecases/use-case";
import { refuse } from "./endpoint";
import { perform } from "./perform";

/** A CSV file that a use case writes, for who is signed in by cookie; sent while it is read, so that none is too long. */
export function download<Input extends z.ZodType>(
  useCase: UseCase<Input, { file: string; lines: AsyncIterable<string> }>,
) {
  return async (request: Request, { params }: { params: Promise<Record<string, string>> }): Promise<Response> => {
    const requestId = request.headers.get("x-request-id") ?? randomUUID();
    try {
      const ctx = await requestUserContext(request, runtime());
      if (!ctx) throw new AppError("unauthorized", "You are signed out. Sign in again.");
      const { file, lines } = await perform(useCase, ctx, await params);
      return new Response(bytesOf(lines), { headers: headersOf(file, requestId) });
    } catch (error) {
      return refuse(error, requestId);
    }
  };
}

function headersOf(file: string, requestId: string): Record<string, string> {
  return {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${file}"`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "x-request-id": requestId,
  };
}

function bytesOf(lines: AsyncIterable<string>): ReadableStream {
  return Readable.toWeb(Readable.from(lines, { objectMode: false })) as ReadableStream;
}
