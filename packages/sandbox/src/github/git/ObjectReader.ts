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
  wantsContent: boolean;
  resolve: (answer: GitObject | undefined) => void;
  reject: (error: Error) => void;
}

const IDLE_MS = 30_000;

/**
 * Reads objects of one repository through one lasting `git cat-file`: starting
 * a program for each would stop the whole process for the time of a fork.
 */
export class ObjectReader {
  readonly #git: Git;
  readonly #gitDir: string;
  readonly #questions: Question[] = [];
  #child: ChildProcessByStdio<Writable, Readable, null> | undefined;
  #received: Buffer = Buffer.alloc(0);
  #idle: NodeJS.Timeout | undefined;

  static create(options: { git: Git; gitDir: string }): ObjectReader {
    return new ObjectReader(options);
  }

  private constructor(options: { git: Git; gitDir: string }) {
    this.#git = options.git;
    this.#gitDir = options.gitDir;
  }

  /** Type and size; `undefined` when there is no such object. */
  info(expression: string): Promise<GitObject | undefined> {
    return this.#ask('info', expression);
  }

  /** The same with the content. */
  contents(expression: string): Promise<GitObject | undefined> {
    return this.#ask('contents', expression);
  }

  /** Ends the program; the next question starts another. */
  close(): void {
    clearTimeout(this.#idle);
    this.#child?.stdin.end();
    this.#child = undefined;
    this.#received = Buffer.alloc(0);
  }

  #ask(
    command: 'info' | 'contents',
    expression: string,
  ): Promise<GitObject | undefined> {
    if (/[\n\0]/.test(expression)) {
      return Promise.resolve(undefined);
    }
    return new Promise((resolve, reject) => {
      const wantsContent = command === 'contents';
      this.#questions.push({ wantsContent, resolve, reject });
      this.#running().stdin.write(`${command} ${expression}\n`);
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => this.close(), IDLE_MS).unref();
    });
  }

  #running() {
    if (!this.#child) {
      const child = spawn('git', ['cat-file', '--batch-command'], {
        cwd: this.#gitDir,
        env: this.#git.environment({ GIT_DIR: this.#gitDir }),
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      child.stdin.on('error', () => {});
      child.stdout.on('data', chunk => this.#receive(chunk));
      child.on('error', error => this.#fail(error));
      child.on('close', () => {
        if (this.#child === child) {
          this.close();
          this.#fail(new Error('git cat-file ended (git 2.38 or later?)'));
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
      const isFound = sha !== undefined;
      const taken = isFound && question.wantsContent ? size + 1 : 0;
      if (this.#received.length < start + taken) {
        return;
      }
      // A copy, so that the rest of what was received can be let go.
      const content = Buffer.from(
        this.#received.subarray(start, start + Math.max(taken - 1, 0)),
      );
      this.#received = this.#received.subarray(start + taken);
      this.#questions.shift();
      question.resolve(isFound ? { sha, type, size, content } : undefined);
    }
  }
}
