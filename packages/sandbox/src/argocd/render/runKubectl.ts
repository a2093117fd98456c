import { execFile } from 'node:child_process';

export type KubectlOutcome = { stdout: string } | { failure: string };

export interface RunKubectlOptions {
  kubectl: string;
  args: string[];
  cwd: string;
  home: string;
  signal: AbortSignal;
}

const TIMEOUT_MS = 60_000;

/** Runs kubectl for what needs no server; a failure is its bare message. */
export function runKubectl(
  options: RunKubectlOptions,
): Promise<KubectlOutcome> {
  const { kubectl, args, cwd, home, signal } = options;
  // No kubeconfig of the user: nothing here may reach a cluster.
  const env = { PATH: process.env.PATH!, HOME: home, KUBECONFIG: '/dev/null' };
  return new Promise((resolve, reject) => {
    execFile(
      kubectl,
      args,
      { cwd, env, signal, timeout: TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (signal.aborted) {
          reject(signal.reason);
        } else if (error) {
          resolve({ failure: bareMessage(stderr || error.message) });
        } else {
          resolve({ stdout });
        }
      },
    );
  });
}

// Some commands print "error: ...", others a log line with err="...".
function bareMessage(stderr: string): string {
  const logged = /"command failed" err=("(?:[^"\\]|\\.)*")/.exec(stderr);
  return logged
    ? JSON.parse(logged[1])
    : stderr.trim().replace(/^error: /i, '');
}
