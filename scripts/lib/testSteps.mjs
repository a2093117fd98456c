import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

const SHOWN_LINES = 40;

/** A command that passes or fails as one. */
export async function runCheck({ tools, command: [program, ...args] }) {
  const lines = [];
  const code = await run(program, args, {
    ...tools,
    onLine: line => lines.push(line),
  });
  return code === 0
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1, details: lines.slice(-SHOWN_LINES).join('\n') };
}

/** Jest over all packages. A suite that does not even load counts as a failure. */
export async function runUnitTests({ tools, pattern, env = {}, args = [] }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-test-'));
  const report = path.join(folder, 'report.json');
  const code = await run(
    'yarn',
    [
      ...['backstage-cli', 'repo', 'test', '--watch=false', '--json'],
      ...['--passWithNoTests', `--outputFile=${report}`, ...args],
      ...(pattern ? [pattern] : []),
    ],
    {
      ...tools,
      env: {
        ...tools.env,
        NODE_OPTIONS: `${tools.env.NODE_OPTIONS} --no-warnings`,
        ...env,
      },
    },
  );
  if (!fs.existsSync(report)) {
    return { passed: 0, failed: 1, details: `jest ended with code ${code}` };
  }
  const result = JSON.parse(fs.readFileSync(report, 'utf8'));
  fs.rmSync(folder, { recursive: true });
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    details: result.testResults
      .filter(file => file.status === 'failed')
      .map(file => `${path.relative(root, file.name)}\n${file.message}`)
      .join('\n')
      .split('\n')
      .slice(0, 4 * SHOWN_LINES)
      .join('\n'),
  };
}

/** What runs without a build: the scripts, and those of the platform repository. */
export async function runNodeTests({ tools, pattern }) {
  const files = listFiles(
    ['scripts', 'platform', 'lab'],
    /\.test\.mjs$/,
    pattern,
  );
  return runNodeTestFiles({ tools, files });
}

/** The tests that start the whole product and drive a browser. */
export async function runBrowserTests({ tools, pattern, before }) {
  const files = listFiles(['e2e'], /\.test\.ts$/, pattern);
  if (files.length > 0) {
    await before?.();
  }
  return runNodeTestFiles({ tools, files });
}

async function runNodeTestFiles({ tools, files }) {
  if (files.length === 0) {
    return { passed: 0, failed: 0 };
  }
  const lines = [];
  const code = await run(
    'node',
    // One file at a time: each of the big ones starts a platform of its own.
    ['--test', '--test-concurrency=1', '--test-reporter=tap', ...files],
    { ...tools, onLine: line => lines.push(line) },
  );
  const count = word =>
    Number(
      lines.map(line => line.match(`^# ${word} (\\d+)`)?.[1]).find(Boolean) ??
        0,
    );
  const failed = count('fail') + count('cancelled');
  return {
    passed: count('pass'),
    failed: failed === 0 && code !== 0 ? 1 : failed,
    // What a test measures is shown and never asserted.
    notes: lines
      .map(line => /^\s*# (.+: \d+(\.\d+)? s)$/.exec(line)?.[1])
      .filter(Boolean),
    details: lines
      .filter(line => /not ok|error:|expected|actual|message/.test(line))
      .slice(0, SHOWN_LINES)
      .join('\n'),
  };
}

function listFiles(folders, name, pattern = '') {
  return folders
    .filter(folder => fs.existsSync(path.join(root, folder)))
    .flatMap(folder =>
      fs
        .readdirSync(path.join(root, folder), { recursive: true })
        .map(file => path.join(folder, file)),
    )
    .filter(file => !file.includes('node_modules'))
    .filter(file => name.test(file) && file.includes(pattern))
    .sort();
}
