import { TestDatabases } from '@backstage/backend-test-utils';
import { startPostgres, TestPostgres } from './postgres/startPostgres';

/**
 * Backstage's TestDatabases, of SQLite and of a PostgreSQL that needs no
 * container. To be called once in a test file, outside of its tests.
 */
export function createTestDatabases(): TestDatabases {
  let postgres: TestPostgres;
  const databases = TestDatabases.create({
    ids: ['POSTGRES_18', 'SQLITE_3'],
    // It counts as supported though its address is known only later.
    disableDocker: false,
  });
  beforeAll(async () => {
    postgres = await startPostgres();
    const { host, port, user, password } = postgres.connection;
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING = `postgresql://${user}:${password}@${host}:${port}`;
  });
  // After the one of TestDatabases, which drops what it created.
  afterAll(() => postgres?.stop());
  return databases;
}
