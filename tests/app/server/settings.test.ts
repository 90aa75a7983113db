import { expect, test } from "vitest";
import { ownOrigins, readSettings, SettingsError } from "../../../app/server/settings";

test("without settings the planner is at 127.0.0.1:3000, for this machine alone", () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({ host: "127.0.0.1", port: 3000, origin: null, proxies: 0 });
  expect(ownOrigins(settings, 3000)).toEqual([
    "http://127.0.0.1:3000",
    "http://localhost:3000",
    "http://[::1]:3000",
  ]);
});

test("a public address replaces the local names", () => {
  const settings = readSettings({ HOST: "0.0.0.0", ORIGIN: "https://planner.example.gov.uk/" });
  expect(ownOrigins(settings, 3000)).toEqual(["https://planner.example.gov.uk"]);
});

test("a contact is an e-mail address or a page", () => {
  for (const contact of ["planner@example.gov.uk", "https://www.example.gov.uk/contact"])
    expect(readSettings({ CONTACT: contact }).contact).toBe(contact);
  expect(readSettings({}).contact).toBeNull();
});

test.each([
  [{ HOST: "0.0.0.0" }, "set ORIGIN too"],
  [{ ORIGIN: "planner.example.gov.uk" }, "ORIGIN is planner.example.gov.uk"],
  [{ ORIGIN: "https://planner.example.gov.uk/app" }, "scheme, name and port only"],
  [{ ORIGIN: "file:///etc" }, "ORIGIN is file:///etc"],
  [{ PORT: "http" }, "PORT is http: give a whole number from 0 to 65535."],
  [{ PORT: "65536" }, "PORT is 65536"],
  [{ PORT: "-1" }, "PORT is -1"],
  [{ PROXIES: "many" }, "PROXIES is many"],
  [{ CONTACT: "the front desk" }, "CONTACT is the front desk: give an e-mail address"],
  [{ CONTACT: "javascript:alert(1)" }, "CONTACT is javascript:alert(1)"],
  [{ LOG_LEVEL: "loud" }, "choose one of fatal"],
])("settings %o are refused in words", (environment, words) => {
  expect(() => readSettings(environment)).toThrow(SettingsError);
  expect(() => readSettings(environment)).toThrow(words);
});
