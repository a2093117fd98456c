/** What a program of PostgreSQL is started with. */
export interface PostgresProcessOptions {
  /** Holds programs and data. */
  folder: string;
  /** As whom it runs, if not as who starts it. */
  account?: { uid: number; gid: number };
}
