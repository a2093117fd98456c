import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runProgram } from './runProgram';
import { StepError } from './StepError';
import { toolFolders } from './toolFolders';
import { JobExecution } from './types';

export interface RunScriptOptions {
  execution: JobExecution;
  script: string;
  /** `bash`, `sh`, or a command with `{0}` where the script's file stands. */
  shell: string | undefined;
  workingDirectory: string;
  env: Record<string, string>;
  signal: AbortSignal;
}

/** Runs a `run:` step; throws a StepError when it fails. */
export async function runScript(options: RunScriptOptions): Promise<void> {
  const { execution, script, workingDirectory, env, signal } = options;
  const command = shellCommand(options.shell);
  const file = path.join(execution.folders.temp, `${randomUUID()}.sh`);
  fs.writeFileSync(file, script.endsWith('\n') ? script : `${script}\n`);

  execution.log.write(`##[group]Run ${script.trim().split('\n')[0]}`);
  execution.log.write(script.trimEnd());
  execution.log.write(`shell: ${command}`);
  writeEnvironment(execution);
  execution.log.write('##[endgroup]');

  if (!fs.existsSync(workingDirectory)) {
    throw new StepError(
      `An error occurred trying to start process with working directory '${workingDirectory}'. No such file or directory`,
    );
  }
  const [program, ...args] = command
    .split(/\s+/)
    .map(word => word.replace('{0}', file));
  const code = await runProgram({
    command: program,
    args,
    cwd: workingDirectory,
    env,
    signal,
    onLine: line => execution.commands.line(line),
  });
  fs.rmSync(file, { force: true });
  if (code !== 0) {
    throw new StepError(`Process completed with exit code ${code}.`);
  }
}

function shellCommand(shell: string | undefined): string {
  switch (shell) {
    case undefined:
      return hasBash() ? 'bash -e {0}' : 'sh -e {0}';
    case 'bash':
      return 'bash --noprofile --norc -e -o pipefail {0}';
    case 'sh':
      return 'sh -e {0}';
    default:
  }
  if (!shell.includes('{0}')) {
    throw new StepError(
      `shell: ${shell} is not supported in the sandbox. Supported: bash, sh, or a command with {0}, such as node {0}`,
    );
  }
  return shell;
}

function hasBash(): boolean {
  return toolFolders().some(folder => fs.existsSync(path.join(folder, 'bash')));
}

function writeEnvironment({ env, log }: JobExecution) {
  const names = Object.keys(env);
  if (names.length > 0) {
    log.write('env:');
    names.forEach(name => log.write(`  ${name}: ${env[name]}`));
  }
}
