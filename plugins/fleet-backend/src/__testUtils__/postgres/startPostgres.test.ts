import { access } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import createKnex from 'knex';
import { startPostgres, TestPostgres } from './startPostgres';

async function ask(
  { connection }: Pick<TestPostgres, 'connection'>,
  question: string,
) {
  const log = { warn: () => {} };
  const knex = createKnex({ client: 'pg', connection, log });
  try {
    const { rows } = await knex.raw(question);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await knex.destroy();
  }
}

describe('startPostgres', () => {
  let servers: TestPostgres[];

  beforeAll(async () => {
    servers = await Promise.all([startPostgres(), startPostgres()]);
  });

  afterAll(() => Promise.all(servers.map(server => server.stop())));

  it('starts one beside another, each with databases of its own', async () => {
    const [one, two] = servers;
    await ask(one, "create table things as select 'one' as name");
    expect(await ask(one, 'select name from things')).toBe('one');
    await expect(ask(two, 'select name from things')).rejects.toThrow(
      'does not exist',
    );
  });

  it('is the same on every machine', async () => {
    const [one] = servers;
    expect(await ask(one, 'show server_version')).toMatch(/^18\./);
    expect(await ask(one, 'show server_encoding')).toBe('UTF8');
    expect(await ask(one, "select 'a' > 'B'")).toBe(true);
    expect(await ask(one, 'show listen_addresses')).toBe('127.0.0.1');
  });

  it('lets nobody in who does not know its password', async () => {
    const [one] = servers;
    const connection = { ...one.connection, password: 'guessed' };
    await expect(ask({ connection }, 'select 1')).rejects.toThrow(
      'authentication failed',
    );
  });

  it('leaves nothing behind', async () => {
    const server = await startPostgres();
    const folder = await ask(server, 'show data_directory');
    await server.stop();
    await expect(access(`${folder}`)).rejects.toThrow('ENOENT');
    const socket = connect(server.connection.port, '127.0.0.1');
    const [error] = await once(socket, 'error').catch(reason => [reason]);
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
