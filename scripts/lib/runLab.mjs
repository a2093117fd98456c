import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { labComponents } from './labComponents.mjs';
import { hasOpenstackCommand } from './openstack/openstackCommand.mjs';
import { root } from './paths.mjs';
import { renderConformance } from './renderConformance.mjs';
import { run } from './run.mjs';
import { StepError } from './steps.mjs';

const lab = process.env.SLIPWAY_LAB ?? path.join(os.tmpdir(), 'slipway-lab');
const conformance = path.join(root, 'packages/sandbox/CONFORMANCE.md');

const PROGRAMS = [
  ...['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'],
  ...['kwok', 'pebble', 'cert-manager', 'argocd', 'kustomize'],
];

/** Starts the lab, runs the contract tests on both sides, writes CONFORMANCE.md. */
export async function runLab({ tools, tally, pattern = '' }) {
  const env = { ...tools.env, SLIPWAY_LAB: lab, CLUSTERS: 'hub:16443' };
  const runScript = (...args) =>
    run(path.join(root, 'lab/lab.sh'), args, { ...tools, env });
  const script = async (...args) => {
    const code = await runScript(...args);
    if (code !== 0) {
      throw new StepError(`lab.sh ${args.join(' ')} ended with code ${code}`);
    }
    return { passed: 1, failed: 0 };
  };
  let interrupted = false;
  // What the lab starts has a session of its own and would outlive us.
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    process.once(signal, () => {
      interrupted = true;
      runScript('down').finally(() => process.exit(code));
    });
  }
  const components = labComponents({ lab, pattern });
  const noMagnum = await whyNoMagnum(tools);
  const parts = [...new Set(components.flatMap(c => c.parts))].filter(
    part => part !== 'magnum' || !noMagnum,
  );
  const needsBuild = parts.includes('kubernetes') && !isBuilt();
  const ready =
    (!needsBuild || (await tally.add('Lab: build', () => script('build')))) &&
    (parts.length === 0 ||
      (await tally.add('Lab: start', () => script('up', ...parts))));
  const sections = [];
  let skipped = false;
  for (const component of ready ? components : []) {
    const { title, parts: needed, command } = component;
    const reports = {};
    if (command && !(await hasOpenstackCommand(tools))) {
      tally.skip(title, `this machine has no ${command} with its coe commands`);
      skipped = true;
    } else {
      reports.sandbox = await tryOnSandbox({ tools, tally, component });
      if (noMagnum && needed.includes('magnum')) {
        tally.skip(`${title}: real`, noMagnum);
        skipped = true;
      } else {
        reports.real = await tryOnReal({ tools, tally, component });
      }
    }
    const real = await versionsOf(component.real, tools);
    sections.push({ title, real, reports });
  }
  await tally.add('Lab: stop', () => script('down'));
  // Half a comparison must not replace a whole one.
  if (ready && !pattern && !interrupted && !skipped) {
    fs.writeFileSync(conformance, renderConformance(sections));
    await run('yarn', ['prettier', '--write', conformance], tools);
  }
}

function isBuilt() {
  return PROGRAMS.every(name => fs.existsSync(path.join(lab, 'bin', name)));
}

/** What this machine lacks for a real Magnum, `undefined` when nothing. */
async function whyNoMagnum(tools) {
  const lines = [];
  const code = await run(path.join(root, 'lab/magnum/missing.sh'), [], {
    ...tools,
    onLine: line => lines.push(line),
  });
  return code === 0 ? undefined : lines.join(' ');
}

async function tryOnSandbox({ tools, tally, component }) {
  const { title, startSandbox } = component;
  return collect({ tally, title: `${title}: sandbox` }, async () => {
    const sandbox = await startSandbox?.(tools);
    try {
      return await component.runCases({
        ...component,
        tools,
        env: sandbox?.env,
      });
    } finally {
      await sandbox?.stop();
    }
  });
}

function tryOnReal({ tools, tally, component }) {
  return collect({ tally, title: `${component.title}: real` }, () =>
    component.runCases({ ...component, tools }),
  );
}

async function collect({ tally, title }, runCases) {
  let cases;
  await tally.add(title, async () => {
    cases = await runCases();
    return countOf(cases);
  });
  return cases;
}

/** The names with the versions that the programs themselves tell. */
async function versionsOf(programs, tools) {
  const names = [];
  for (const { name, command } of programs) {
    const [program, ...args] = command;
    const lines = [];
    await run(program, args, { ...tools, onLine: line => lines.push(line) });
    // Debian puts an epoch before what upstream calls its version.
    const version = lines.join('\n').match(/v(?:\d+:)?(\d+\.\d+\.\d+)/)?.[1];
    names.push(version ? `${name} ${version}` : name);
  }
  return names.join(' and ');
}

function countOf(cases) {
  const failed = cases.filter(({ status }) => status === 'failed');
  return {
    passed: cases.filter(({ status }) => status === 'passed').length,
    failed: failed.length,
    details: failed
      .map(({ name, message }) => `${name}\n  ${message}`)
      .join('\n'),
  };
}
