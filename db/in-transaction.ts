import type { Database, Transaction } from "./schema";

/** Every write goes through here: all of it lands, with its audit row, or nothing does. Inside another it joins in. */
export function inTransaction<Value>(
  db: Database,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  return isTransaction(db) ? work(db) : db.transaction().execute(work);
}

/** Several reads that see one moment, whatever is written meanwhile. Inside a transaction they join in. */
export function inSnapshot<Value>(
  db: Database,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  if (isTransaction(db)) return work(db);
  return db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work);
}

function isTransaction(db: Database): db is Transaction {
  return db.isTransaction;
}
