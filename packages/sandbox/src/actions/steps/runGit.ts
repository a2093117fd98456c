import { runProgram } from '../jobs/runProgram';
import { StepError } from '../jobs/StepError';
import { toolFolders } from '../jobs/toolFolders';
import { ActionCall } from './types';

export interface RunGitOptions {
  call: ActionCall;
  cwd: string;
  args: string[];
  /** More of the environment. */
  env?: Record<string, string>;
  /** Keep the command and its output out of the log. */
  quiet?: boolean;
}

/** Runs git with the job's own home, and gives its output. */
export async function runGit(options: RunGitOptions): Promise<string> {
  const { call, cwd, args, quiet } = options;
  const { execution, signal } = call;
  if (!quiet) {
    execution.log.write(`[command]git ${args.join(' ')}`);
  }
  const lines: string[] = [];
  const code = await runProgram({
    command: 'git',
    args,
    cwd,
    signal,
    env: {
      PATH: toolFolders().join(':'),
      HOME: execution.folders.home,
      TMPDIR: execution.folders.temp,
      LANG: 'C.UTF-8',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      ...options.env,
    },
    onLine: line => {
      lines.push(line);
      if (!quiet) {
        execution.log.write(line);
      }
    },
  });
  if (code !== 0) {
    const detail = quiet ? `: ${lines.slice(-3).join('; ')}` : '';
    throw new StepError(
      `The process 'git' failed with exit code ${code}${detail}`,
    );
  }
  return lines.join('\n');
}
