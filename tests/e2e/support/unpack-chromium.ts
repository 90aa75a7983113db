import { findChromium } from "./browser";

/** Once for a run, before several test processes would unpack the same file at the same time. */
export default async function unpackChromium(): Promise<void> {
  process.env["CHROMIUM"] = await findChromium(); // Test processes inherit it.
}
