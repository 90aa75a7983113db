/** What a person chose to see, from the address; what is not among the choices counts as not chosen. */
export function readChoice<Value extends string>(
  request: Request,
  name: string,
  choices: readonly { readonly value: Value }[],
): Value | undefined {
  const asked = new URL(request.url).searchParams.get(name);
  return choices.find(({ value }) => value === asked)?.value;
}
