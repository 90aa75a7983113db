/** A file to keep, never to be shown. The name keeps its letters, digits, hyphens and dots. */
export function download(
  content: string | Uint8Array | ReadableStream,
  { name, type }: { readonly name: string; readonly type: string },
): Response {
  return new Response(content as unknown as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "-")}"`,
    },
  });
}

export const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
