import { ChildProcessByStdio, spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { Git } from './Git';

/** An object of git; `content` is empty where only its facts were asked for. */
export interface GitObject {
  sha: string;
  type: string;
  size: number;
  content: Buffer;
}

interface Question {
  resolve: (answer: GitObject | undefined) => void;
  reject: (error: Error) => void;
}

export interface ObjectReaderOptions {
  git: Git;
  gitDir: string;
  /** With or without the content. */
  mode: 'batch' | 'batch-check';
}

const IDLE_MS = 30_000;

/**
 * Reads objects of one repository through a lasting `git cat-file`: starting a
 * program for each would stop the whole process for the time of a fork.
 */
export class ObjectReader {
  readonly #options: ObjectReaderOptions;
  readonly #questions: Question[] = [];
  #child: ChildProcessByStdio<Writable, Readable, null> | undefined;
  #received: Buffer = Buffer.alloc(0);
  #idle: NodeJS.Timeout | undefined;

  static create(options: ObjectReaderOptions): ObjectReader {
    return new ObjectReader(options);
  }

  private constructor(options: ObjectReaderOptions) {
    this.#options = options;
  }

  /** What an expression such as `main:README.md` names, `undefined` when nothing. */
  read(expression: string): Promise<GitObject | undefined> {
    if (/[\n\0]/.test(expression)) {
      return Promise.resolve(undefined);
    }
    return new Promise((resolve, reject) => {
      this.#questions.push({ resolve, reject });
      this.#running().stdin.write(`${expression}\n`);
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => this.close(), IDLE_MS).unref();
    });
  }

  /** Ends the program; the next question starts another. */
  close(): void {
    clearTimeout(this.#idle);
    this.#child?.stdin.end();
    this.#child = undefined;
    this.#received = Buffer.alloc(0);
    this.#fail(new Error('git cat-file was stopped'));
  }

  #running() {
    if (!this.#child) {
      const { git, gitDir, mode } = this.#options;
      const child = spawn('git', ['cat-file', `--${mode}`], {
        cwd: gitDir,
        env: git.environment({ GIT_DIR: gitDir }),
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      child.stdin.on('error', () => {});
      child.stdout.on('data', chunk => this.#receive(chunk));
      child.on('error', error => this.#fail(error));
      child.on('close', () => {
        if (this.#child === child) {
          this.close();
        }
      });
      this.#child = child;
    }
    return this.#child;
  }

  #fail(error: Error) {
    this.#questions.splice(0).forEach(question => question.reject(error));
  }

  #receive(chunk: Buffer) {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const [question] = this.#questions;
      const end = this.#received.indexOf(10);
      if (!question || end < 0) {
        return;
      }
      const line = this.#received.subarray(0, end).toString('utf8');
      const [, sha, type, length] =
        /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line) ?? [];
      const size = Number(length);
      const start = end + 1;
      const hasContent = sha !== undefined && this.#options.mode === 'batch';
      const next = start + (hasContent ? size + 1 : 0);
      if (this.#received.length < next) {
        return;
      }
      // A copy, so that the rest of what was received can be let go.
      const content = Buffer.from(
        this.#received.subarray(start, Math.max(next - 1, start)),
      );
      this.#received = this.#received.subarray(next);
      this.#questions.shift();
      question.resolve(sha ? { sha, type, size, content } : undefined);
    }
  }
}
