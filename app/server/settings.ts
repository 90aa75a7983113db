/** What the surroundings decide: read once from the environment, then handed on as values. */
export type Settings = {
  readonly host: string;
  readonly port: number;
  /** The address that people type, when it is not this machine's own: `https://planner.example.gov.uk`. */
  readonly origin: string | null;
  /** How many proxies stand in front, so that the address of a caller is read from the right place. */
  readonly proxies: number;
  /** Whom people ask who cannot use a page: an e-mail address, or the address of a page. */
  readonly contact: string | null;
  readonly production: boolean;
  readonly logLevel: string;
};

/** A setting that cannot be followed: said in words to whoever starts the planner. */
export class SettingsError extends Error {}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const host = environment["HOST"] ?? "127.0.0.1";
  const origin = readOrigin(environment["ORIGIN"]);
  if (origin === null && !LOOPBACK.includes(host)) {
    throw new SettingsError(
      `HOST is ${host}, so other machines may call: set ORIGIN too, to the address that people will type, such as https://planner.example.gov.uk.`,
    );
  }
  return {
    host,
    origin,
    port: readWhole(environment, { name: "PORT", fallback: 3000, most: 65_535 }),
    proxies: readWhole(environment, { name: "PROXIES", fallback: 0, most: 10 }),
    contact: readContact(environment["CONTACT"]),
    production: environment["NODE_ENV"] === "production",
    logLevel: readLogLevel(environment["LOG_LEVEL"]),
  };
}

/**
 * The addresses that are this planner's own. Without ORIGIN only the names of this very machine: a page elsewhere that
 * points its own name at 127.0.0.1 is then refused, because its name is not in the list.
 */
export function ownOrigins(settings: Settings, port: number | undefined): readonly string[] {
  if (settings.origin !== null) return [settings.origin];
  return ["127.0.0.1", "localhost", "[::1]"].map((name) => new URL(`http://${name}:${port ?? 80}`).origin);
}

/** Whether nobody but the people at this very machine can call. */
export const isThisMachineOnly = ({ host, origin }: Settings): boolean =>
  origin === null && LOOPBACK.includes(host);

export const isBehindTls = (settings: Settings): boolean => settings.origin?.startsWith("https:") ?? false;

function readOrigin(text: string | undefined): string | null {
  if (text === undefined || text === "") return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || text.replace(/\/$/, "") !== url.origin) {
    throw new SettingsError(
      `ORIGIN is ${text}: give scheme, name and port only, such as https://planner.example.gov.uk.`,
    );
  }
  return url.origin;
}

function readContact(text: string | undefined): string | null {
  if (text === undefined || text === "") return null;
  const isPage = URL.canParse(text) && new URL(text).protocol === "https:";
  if (!isPage && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text)) {
    throw new SettingsError(
      `CONTACT is ${text}: give an e-mail address, or the address of a page, such as https://www.example.gov.uk/contact.`,
    );
  }
  return text;
}

function readWhole(
  environment: Readonly<Record<string, string | undefined>>,
  { name, fallback, most }: { name: string; fallback: number; most: number },
): number {
  const text = environment[name];
  if (text === undefined || text === "") return fallback;
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= most)) {
    throw new SettingsError(`${name} is ${text}: give a whole number from 0 to ${most}.`);
  }
  return value;
}

function readLogLevel(text: string | undefined): string {
  const level = text ?? "info";
  if (!LOG_LEVELS.includes(level)) {
    throw new SettingsError(`LOG_LEVEL is ${level}: choose one of ${LOG_LEVELS.join(", ")}.`);
  }
  return level;
}
