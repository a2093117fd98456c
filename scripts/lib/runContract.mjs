import fs from 'node:fs';
import path from 'node:path';
import { root, toolchainFolder } from './paths.mjs';
import { run } from './run.mjs';
import { StepError } from './steps.mjs';

const report = path.join(toolchainFolder, 'logs', 'contract.json');

/**
 * All cases of the contract tests in a folder: `[{ name, status, message }]`.
 * A file that does not even load is one failed case with the file's name.
 */
export async function runContract({ tools, tests, env }) {
  fs.rmSync(report, { force: true });
  await run(
    'yarn',
    [
      ...['backstage-cli', 'repo', 'test', '--watch=false', '--runInBand'],
      ...['--json', `--outputFile=${report}`, tests],
    ],
    { ...tools, env: { ...tools.env, ...env } },
  );
  if (!fs.existsSync(report)) {
    throw new StepError(`${tests}: jest wrote no report`);
  }
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
  return testResults.flatMap(casesOf);
}

function casesOf({ name, status, message, assertionResults }) {
  if (status === 'failed' && assertionResults.length === 0) {
    return [{ name: path.relative(root, name), status, message }];
  }
  return assertionResults.map(result => ({
    name: [...result.ancestorTitles, result.title].join(': '),
    status: result.status,
    message: result.failureMessages?.[0] ?? '',
  }));
}
