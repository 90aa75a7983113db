import type { AccountFaults, ChosenAccount } from "./people";

/** How long a link to choose a password may wait to be opened. */
export const PASSWORD_LINK_DAYS = 7;
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** What is wrong with a name, an address or a password that somebody chose for an account. */
export function accountFaults({ name, email, password }: ChosenAccount): AccountFaults {
  return {
    ...nameFault(name),
    ...emailFault(email),
    ...passwordFault(password, [name, email]),
  };
}

export function nameFault(name: string): AccountFaults {
  if (name.trim() === "") return { name: "Enter a name." };
  return name.length > 100 ? { name: "Shorten the name to 100 characters." } : {};
}

export function emailFault(email: string): AccountFaults {
  if (email.trim() === "") return { email: "Enter an e-mail address." };
  const isAddress = email.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email.trim());
  return isAddress ? {} : { email: "Enter an e-mail address such as name@example.gov.uk." };
}

/** Length is what counts; what anybody would try first is refused. `obvious` is what is known about the person. */
export function passwordFault(password: string, obvious: readonly string[]): AccountFaults {
  const { least, most } = PASSWORD_LENGTH;
  if (password === "") return { password: "Enter a password." };
  if (password.length < least) {
    return { password: `Choose at least ${least} characters, three words for instance.` };
  }
  if (password.length > most) return { password: `Choose at most ${most} characters.` };
  const isObvious = obvious.some((text) => text !== "" && same(text, password));
  if (isObvious || new Set(password).size < 5 || COMMON.test(password)) {
    return { password: "Choose a password that others do not guess, three words for instance." };
  }
  return {};
}

const same = (first: string, second: string): boolean =>
  first.trim().toLowerCase() === second.trim().toLowerCase();

/** The beginnings of the lists that passwords are guessed from, at the length that is asked for. */
const COMMON =
  /^(password|passw0rd|letmein|welcome|qwerty|123456|abcdef|administrator|commissioning)[\d!.]*$/i;
