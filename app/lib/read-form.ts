/** The text fields of a form that was sent; empty where it is no form at all, or a field is a file. */
export async function readTexts<Name extends string>(
  request: Request,
  names: readonly Name[],
): Promise<Readonly<Record<Name, string>>> {
  const form = await request.formData().catch(() => new FormData());
  const texts = names.map((name) => {
    const value = form.get(name);
    return [name, typeof value === "string" ? value : ""] as const;
  });
  return Object.fromEntries(texts) as Record<Name, string>;
}
