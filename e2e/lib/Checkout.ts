import fs from 'node:fs';
import path from 'node:path';
import { git } from './git.ts';
import type { Platform } from './startPlatform.ts';

/** A clone of a repository, as a developer has it on disk. */
export class Checkout {
  readonly folder: string;
  readonly #token: string;
  readonly #good: string;

  static async clone(platform: Platform, name: string): Promise<Checkout> {
    const { token, web } = platform.endpoints.github;
    const folder = fs.mkdtempSync(path.join(platform.state, 'clone-'));
    await git(
      folder,
      ['clone', '--quiet', `${web}/acme/${name}.git`, '.'],
      token,
    );
    const good = (await git(folder, ['rev-parse', 'HEAD'])).trim();
    return new Checkout(folder, token, good);
  }

  private constructor(folder: string, token: string, good: string) {
    this.folder = folder;
    this.#token = token;
    this.#good = good;
  }

  path(file: string): string {
    return path.join(this.folder, file);
  }

  /** Pushes a change to what was cloned, not to the last change; the commit. */
  async push(message: string, change: () => void): Promise<string> {
    await git(this.folder, ['checkout', this.#good, '--', '.']);
    change();
    await git(this.folder, ['add', '--all']);
    await git(this.folder, ['commit', '--quiet', '-m', message]);
    await git(this.folder, ['push', '--quiet'], this.#token);
    return (await git(this.folder, ['rev-parse', 'HEAD'])).trim();
  }
}
