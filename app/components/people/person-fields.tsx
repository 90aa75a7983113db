import { Input } from "../govuk";

const WORDS = {
  somebody: { label: "Name", hint: "It stands beside what they change.", autoComplete: ["off", "off"] },
  yourself: {
    label: "Your name",
    hint: "It stands beside what you change.",
    emailHint: "You sign in with it.",
    autoComplete: ["name", "username"],
  },
} as const;

/** Who has an account: somebody who is invited, or whoever types. */
export function PersonFields({
  of,
  typed,
  faults,
}: {
  readonly of: keyof typeof WORDS;
  readonly typed: { readonly name: string; readonly email: string };
  readonly faults: { readonly name?: string; readonly email?: string };
}) {
  const words = WORDS[of];
  return (
    <>
      <Input
        name="name"
        label={words.label}
        hint={words.hint}
        autoComplete={words.autoComplete[0]}
        defaultValue={typed.name}
        error={faults.name}
        required
      />
      <Input
        name="email"
        label="E-mail address"
        hint={"emailHint" in words ? words.emailHint : undefined}
        type="email"
        autoComplete={words.autoComplete[1]}
        spellCheck={false}
        defaultValue={typed.email}
        error={faults.email}
        required
      />
    </>
  );
}
