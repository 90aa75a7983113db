import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/**
 * scrypt as OWASP recommends it where memory is short: 32 MB and three rounds for each password, about a quarter of a
 * second. The stored text names its parameters, so that they can grow later.
 */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const MEMORY_BYTES = 128 * 1024 * 1024;

type Hashed = { readonly cost: ScryptOptions; readonly salt: Buffer; readonly key: Buffer };

/** What an account without a password is compared with, so that it takes as long as one that has one. */
const DECOY: Hashed = { cost: COST, salt: randomBytes(SALT_BYTES), key: randomBytes(KEY_BYTES) };

/** The text to store for a password: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, { cost: COST, salt });
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Whether a password is that of a stored text. Without one (null) it is not, after the same time. */
export async function isPasswordOf(password: string, stored: string | null): Promise<boolean> {
  const hashed = stored === null ? DECOY : readHashed(stored);
  const key = await derive(password, hashed);
  return timingSafeEqual(key, hashed.key) && stored !== null;
}

function readHashed(stored: string): Hashed {
  const [name, N, r, p, salt = "", key = ""] = stored.split("$");
  if (name !== "scrypt") throw new Error("a stored password is of another kind");
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    key: Buffer.from(key, "base64url"),
  };
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: many tries at once take time, not memory. */
function derive(password: string, { cost, salt }: Omit<Hashed, "key">): Promise<Buffer> {
  const next = last.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        const options = { ...cost, maxmem: MEMORY_BYTES };
        scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) => {
          if (error === null) resolve(key);
          else reject(error);
        });
      }),
  );
  last = next.catch(() => undefined);
  return next;
}
