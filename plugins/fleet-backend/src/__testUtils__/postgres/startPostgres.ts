import { randomUUID } from 'node:crypto';
import {
  chmod,
  lchown,
  mkdtemp,
  readdir,
  rm,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { copyPostgres } from './copyPostgres';
import { initializePostgres } from './initializePostgres';
import { servePostgres } from './servePostgres';

/** A PostgreSQL that runs, empty, on 127.0.0.1. */
export interface TestPostgres {
  connection: { host: string; port: number; user: string; password: string };
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL of its own, without a container. It and its files
 * are gone when it is stopped, or when the process that started it ended.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const account = unprivilegedAccount();
  const folder = await mkdtemp(
    // Who tests as root may have a TMPDIR that nobody else can enter.
    path.join(account ? '/tmp' : os.tmpdir(), 'slipway-postgres-'),
  );
  try {
    const password = randomUUID();
    await copyPostgres(folder);
    await writeFile(path.join(folder, 'password'), password, { mode: 0o600 });
    for (const program of ['initdb', 'postgres']) {
      await chmod(path.join(folder, 'native', 'bin', program), 0o755);
    }
    if (account) {
      await giveTo(folder, account);
    }
    await initializePostgres({ folder, account });
    const { port, stop } = await servePostgres({ folder, account });
    const connection = { host: '127.0.0.1', port, user: 'postgres', password };
    return { connection, stop };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** PostgreSQL refuses to run as root: there it runs as `nobody`, who is everywhere. */
function unprivilegedAccount() {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
}

async function giveTo(folder: string, account: { uid: number; gid: number }) {
  const files = await readdir(folder, { recursive: true });
  for (const file of ['', ...files]) {
    await lchown(path.join(folder, file), account.uid, account.gid);
  }
}
