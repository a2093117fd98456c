import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * The folder that holds everything the sandbox remembers (`.sandbox/`).
 *
 * All files are for the owner only: among them are keys and tokens.
 */
export class StateFolder {
  readonly #root: string;

  static open(root: string): StateFolder {
    fs.mkdirSync(root, { recursive: true, mode: 0o700 });
    return new StateFolder(path.resolve(root));
  }

  private constructor(root: string) {
    this.#root = root;
  }

  /** The absolute path of a file or folder inside; its parent exists afterwards. */
  path(...segments: string[]): string {
    const file = path.join(this.#root, ...segments);
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    return file;
  }

  /** The absolute path of a folder inside, which exists afterwards. */
  folder(...segments: string[]): string {
    const folder = path.join(this.#root, ...segments);
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  /** A part of this folder for one room, so that rooms cannot meet by accident. */
  room(...segments: string[]): StateFolder {
    return StateFolder.open(this.folder(...segments));
  }

  /** The parsed content of a JSON file, `undefined` when it does not exist. */
  readJson<T>(...segments: string[]): T | undefined {
    const file = path.join(this.#root, ...segments);
    try {
      return JSON.parse(fs.readFileSync(file, 'utf8')) as T;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        return undefined;
      }
      throw new Error(
        `${file} is not readable (${
          (error as Error).message
        }); "npm start -- --reset" begins anew`,
      );
    }
  }

  /** Writes a JSON file as a whole or not at all: a kill leaves the old one. */
  writeJson(value: unknown, ...segments: string[]): void {
    this.writeText(`${JSON.stringify(value, null, 2)}\n`, ...segments);
  }

  /** Writes a text file as a whole or not at all. */
  writeText(text: string, ...segments: string[]): void {
    const file = this.path(...segments);
    const draft = `${file}.${process.pid}.draft`;
    fs.writeFileSync(draft, text, { mode: 0o600 });
    fs.renameSync(draft, file);
  }

  /** A random token that stays the same for as long as the state lives. */
  secret(name: string): string {
    const file = this.path('secrets', name);
    if (!fs.existsSync(file)) {
      this.writeText(randomBytes(24).toString('hex'), 'secrets', name);
    }
    return fs.readFileSync(file, 'utf8');
  }
}
