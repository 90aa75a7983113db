/** The file of a form's field; null when none was chosen, or the request is no such form at all. */
export async function readUpload(request: Request, field: string): Promise<File | null> {
  try {
    const file = (await request.formData()).get(field);
    return file instanceof File && (file.size > 0 || file.name !== "") ? file : null;
  } catch {
    return null;
  }
}
