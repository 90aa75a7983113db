/**
 * How much a scenario file may hold. Far more than any partnership needs, and little enough that no calculation,
 * page or workbook overflows or hangs on it. Every limit is stated in the message that refuses what exceeds it.
 */
export const LIMITS = {
  /** Characters of a scenario file as text: 10 MB. */
  fileCharacters: 10_000_000,
  /** How deep lists and objects may be nested; the format itself needs eight. */
  depth: 20,
  textCharacters: 10_000,
  nameCharacters: 500,
  idCharacters: 100,
  /** Places of a list, or fields of an object, of any kind. */
  entries: 10_000,

  horizonMonths: 240,
  moneyDigits: 15,
  quantity: 1e12,
  decimals: 12,
  /** The most that prices, rates and demand may grow in one step, in percent. */
  risePercent: 1000,

  indexes: 50,
  sources: 1000,
  provenance: 10_000,
  organisations: 500,
  areas: 200,
  bases: 50,
  activities: 100,
  provisions: 400,
  drawOrder: 999,
  oneOffs: 200,
  capacityEntries: 200,
  fundingLines: 100,
  requirements: 2000,
  demand: 10_000,
  fundingSources: 400,
  rounds: 100,
  bands: 50,
  criteria: 50,
  budgets: 50,
  lines: 2000,
  levels: 20,
  equityRules: 50,
  /** Every partition of the blocks is listed: eight blocks have 4,140. */
  blocks: 8,
  needs: 255,
  objectives: 200,
  commitments: 1000,
  risks: 1000,
} as const;
