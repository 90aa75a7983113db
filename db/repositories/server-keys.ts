import type { Database } from "../schema";

/** A key of this planner by its name: the one that is there, or else the one offered, which is then there for good. */
export async function serverKey(
  db: Database,
  { name, offered, now }: { readonly name: string; readonly offered: string; readonly now: string },
): Promise<string> {
  await db
    .insertInto("serverKeys")
    .values({ name, value: offered, createdAt: now })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const { value } = await db
    .selectFrom("serverKeys")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return value;
}
