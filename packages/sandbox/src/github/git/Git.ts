import { spawn } from 'node:child_process';
import { GitFailure } from './GitFailure';

export interface GitRunOptions {
  gitDir: string;
  args: string[];
  input?: Buffer | string;
  env?: Record<string, string>;
  /** @default the git directory */
  cwd?: string;
}

/** The git program, kept apart from whatever the user has configured. */
export class Git {
  readonly #env: Record<string, string>;

  static create(options: { home: string }): Git {
    return new Git(options.home);
  }

  private constructor(home: string) {
    this.#env = {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      HOME: home,
      XDG_CONFIG_HOME: home,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_LITERAL_PATHSPECS: '1',
      LC_ALL: 'C',
    };
  }

  /** The whole environment of a git process. */
  environment(extra: Record<string, string> = {}): Record<string, string> {
    return { ...this.#env, ...extra };
  }

  /** The standard output; a `GitFailure` when git does not end well. */
  async run(options: GitRunOptions): Promise<Buffer> {
    const { code, stdout, stderr } = await this.attempt(options);
    if (code !== 0) {
      throw new GitFailure({ args: options.args, code, stderr });
    }
    return stdout;
  }

  async text(options: GitRunOptions): Promise<string> {
    return (await this.run(options)).toString('utf8').trimEnd();
  }

  /** For commands whose exit code is an answer. */
  attempt(
    options: GitRunOptions,
  ): Promise<{ code: number; stdout: Buffer; stderr: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn('git', options.args, {
        cwd: options.cwd ?? options.gitDir,
        env: this.environment({ GIT_DIR: options.gitDir, ...options.env }),
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout.on('data', chunk => stdout.push(chunk));
      child.stderr.on('data', chunk => stderr.push(chunk));
      child.on('error', reject);
      child.on('close', code =>
        resolve({
          code: code ?? 128,
          stdout: Buffer.concat(stdout),
          stderr: Buffer.concat(stderr).toString('utf8'),
        }),
      );
      // Git may end before it has read everything; its exit code says why.
      child.stdin.on('error', () => {});
      child.stdin.end(options.input ?? '');
    });
  }
}
