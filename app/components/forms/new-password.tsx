import { Input } from "../govuk";

/** A password that is chosen: typed twice, so that no slip locks its owner out. */
export function NewPassword({
  label,
  again,
  least,
  fault,
}: {
  readonly label: string;
  readonly again: string;
  /** The fewest characters that it may have. */
  readonly least: number;
  readonly fault: string | undefined;
}) {
  return (
    <>
      <Input
        name="password"
        label={label}
        hint={`At least ${least} characters. Three words that do not belong together are good.`}
        type="password"
        autoComplete="new-password"
        error={fault}
        required
      />
      <Input name="repeated" label={again} type="password" autoComplete="new-password" required />
    </>
  );
}
