import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathPattern } from '../../images/pathPattern';
import { ExpressionScope } from '../expressions/evaluateExpression';
import { JobExecution, StepScope } from './types';

/** What an expression in a step can see. */
export function scopeOf(
  execution: JobExecution,
  scope: StepScope,
  env: Record<string, string> = execution.env,
): ExpressionScope {
  const { contexts, folders } = execution;
  return {
    contexts: {
      ...contexts,
      env,
      steps: scope.steps,
      inputs: scope.inputs,
      job: { status: execution.status },
      github: {
        ...(contexts.github as object),
        ...(scope.actionPath ? { action_path: scope.actionPath } : {}),
      },
    },
    status: execution.status,
    hashFiles: patterns => hashFiles(folders.workspace, patterns),
  };
}

function hashFiles(workspace: string, patterns: string[]): string {
  const matchers = patterns.map(pattern => pathPattern(pattern));
  const hash = createHash('sha256');
  let found = false;
  const files = fs
    .readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(workspace, path.join(entry.parentPath, entry.name)),
    )
    .filter(file => !file.startsWith('.git/'))
    .sort();
  for (const file of files) {
    if (matchers.some(matcher => matcher.test(file))) {
      found = true;
      const content = fs.readFileSync(path.join(workspace, file));
      hash.update(createHash('sha256').update(content).digest());
    }
  }
  return found ? hash.digest('hex') : '';
}
