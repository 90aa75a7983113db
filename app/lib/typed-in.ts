/** What was typed into one field of a form, without the spaces around it; "" where it is not there. */
export function typedIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
