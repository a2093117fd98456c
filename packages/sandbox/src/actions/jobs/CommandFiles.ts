import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseCommandFile } from './parseCommandFile';

// What GitHub takes of each.
const MAX_BYTES = 1024 * 1024;

const FILES = {
  GITHUB_OUTPUT: 'set_output',
  GITHUB_ENV: 'set_env',
  GITHUB_PATH: 'add_path',
  GITHUB_STATE: 'save_state',
  GITHUB_STEP_SUMMARY: 'step_summary',
} as const;

/** The files through which one step tells the job something. */
export class CommandFiles {
  readonly #paths: Record<keyof typeof FILES, string>;

  static create(folder: string): CommandFiles {
    fs.mkdirSync(folder, { recursive: true });
    return new CommandFiles(folder);
  }

  private constructor(folder: string) {
    const id = randomUUID();
    this.#paths = Object.fromEntries(
      Object.entries(FILES).map(([variable, name]) => [
        variable,
        path.join(folder, `${name}_${id}`),
      ]),
    ) as Record<keyof typeof FILES, string>;
    Object.values(this.#paths).forEach(file => fs.writeFileSync(file, ''));
  }

  /** Names of the files by environment variable. */
  get environment(): Record<string, string> {
    return this.#paths;
  }

  outputs(): Map<string, string> {
    return parseCommandFile(this.#read('GITHUB_OUTPUT'));
  }

  variables(): Map<string, string> {
    return parseCommandFile(this.#read('GITHUB_ENV'));
  }

  paths(): string[] {
    return this.#read('GITHUB_PATH').split(/\r?\n/).filter(Boolean);
  }

  summary(): string {
    return this.#read('GITHUB_STEP_SUMMARY');
  }

  #read(variable: keyof typeof FILES): string {
    const file = this.#paths[variable];
    try {
      if (fs.statSync(file).size > MAX_BYTES) {
        throw new Error(
          `$${variable} supports content up to a size of ${MAX_BYTES / 1024}k`,
        );
      }
      return fs.readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        return '';
      }
      throw error;
    }
  }
}
