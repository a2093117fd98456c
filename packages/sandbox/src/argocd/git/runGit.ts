import { execFile } from 'node:child_process';

/** What git printed when it failed. */
export class GitError extends Error {
  readonly stderr: string;

  constructor(args: string[], stderr: string) {
    super(`git ${args[0]}: ${stderr.trim()}`);
    this.name = 'GitError';
    this.stderr = stderr;
  }
}

export interface GitCredentials {
  username: string;
  password: string;
}

export interface RunGitOptions {
  args: string[];
  /** Holds no configuration of ours; git gets nothing of the user's. */
  home: string;
  signal: AbortSignal;
  credentials?: GitCredentials;
  env?: Record<string, string>;
}

const TIMEOUT_MS = 60_000;

/** Runs git without prompts and without any configuration of the machine. */
export function runGit(options: RunGitOptions): Promise<string> {
  const { args, home, signal, credentials } = options;
  const env = {
    PATH: process.env.PATH!,
    HOME: home,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'http:https:file',
    ...credentialEnvironment(credentials),
    ...options.env,
  };
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      args,
      { env, signal, timeout: TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) =>
        error
          ? reject(new GitError(args, stderr || error.message))
          : resolve(stdout),
    );
  });
}

// By environment, because arguments can be read by everybody.
function credentialEnvironment(
  credentials?: GitCredentials,
): Record<string, string> {
  if (!credentials) {
    return {};
  }
  const { username, password } = credentials;
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.extraHeader',
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}
