import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';
import { renderConformance } from './renderConformance.mjs';
import { run } from './run.mjs';
import { runContract } from './runContract.mjs';
import { startContractSandbox } from './startContractSandbox.mjs';
import { StepError } from './steps.mjs';

const lab = process.env.SLIPWAY_LAB ?? path.join(os.tmpdir(), 'slipway-lab');
const conformance = path.join(root, 'packages/sandbox/CONFORMANCE.md');
const kubeconfig = `${lab}/run/cluster-hub/admin.kubeconfig`;

const PROGRAMS = [
  ...['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'],
  ...['kwok', 'pebble', 'cert-manager', 'argocd', 'kustomize'],
];

/** The components whose contract tests run against sandbox and real thing. */
const COMPONENTS = [
  {
    title: 'Kubernetes API',
    real: { name: 'Kubernetes', version: ['kube-apiserver', '--version'] },
    tests: 'packages/sandbox/src/kubernetes/contract',
    env: { SLIPWAY_CONTRACT_KUBECONFIG: kubeconfig },
  },
  {
    title: 'Argo CD',
    real: {
      name: 'Argo CD',
      version: ['argocd', 'version', '--client', '--short'],
    },
    tests: 'packages/sandbox/src/argocd/contract',
    env: {
      SLIPWAY_CONTRACT_ARGOCD_KUBECONFIG: kubeconfig,
      SLIPWAY_CONTRACT_GIT_URL: 'http://127.0.0.1:13000',
      SLIPWAY_CONTRACT_GIT_FOLDER: `${lab}/run/argocd-hub/git`,
    },
  },
];

/** Where the plugins' contract tests find the real things that they read. */
const READ_BY_PLUGINS = {
  SLIPWAY_CONTRACT_KUBECONFIG: kubeconfig,
  SLIPWAY_CONTRACT_CERTIFICATES: `${lab}/run/cert-manager-hub/contract.json`,
};

/** Starts the lab, runs the contract tests on both sides, writes CONFORMANCE.md. */
export async function runLab({ tools, tally, pattern = '' }) {
  const env = { ...tools.env, SLIPWAY_LAB: lab, CLUSTERS: 'hub:16443' };
  const runScript = action =>
    run(path.join(root, 'lab/lab.sh'), [action], { ...tools, env });
  const script = async action => {
    const code = await runScript(action);
    if (code !== 0) {
      throw new StepError(`lab.sh ${action} ended with code ${code}`);
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
  const sections = [];
  const ready =
    (isBuilt() || (await tally.add('Lab: build', () => script('build')))) &&
    (await tally.add('Lab: start', () => script('up')));
  if (ready) {
    const components = COMPONENTS.filter(c => c.tests.includes(pattern));
    for (const component of [...components, ...pluginsComponent(pattern)]) {
      const reports = await compare({ tools, tally, component });
      const real = await versionOf(component.real, tools);
      sections.push({ title: component.title, real, reports });
    }
  }
  await tally.add('Lab: stop', () => script('down'));
  // Half a comparison must not replace a whole one.
  if (ready && !pattern && !interrupted) {
    fs.writeFileSync(conformance, renderConformance(sections));
    await run('yarn', ['prettier', '--write', conformance], tools);
  }
}

function isBuilt() {
  return PROGRAMS.every(name => fs.existsSync(path.join(lab, 'bin', name)));
}

/** The contract tests of the plugins, by the files whose path has the pattern. */
function pluginsComponent(pattern) {
  const files = fs
    .readdirSync(path.join(root, 'plugins'), { recursive: true })
    .filter(file => /^[^/]+\/src\/.*\.contract\.test\.ts$/.test(file))
    .filter(file => file.includes(pattern));
  return files.length === 0
    ? []
    : [
        {
          title: 'What the plugins read',
          real: COMPONENTS[0].real,
          // jest takes expressions
          tests: files.map(file => `plugins/${file}`).join('|'),
          env: READ_BY_PLUGINS,
          startSandbox: startContractSandbox,
        },
      ];
}

async function compare({ tools, tally, component }) {
  const { title, tests, startSandbox } = component;
  const reports = {};
  const runSide = async (side, env) => {
    reports[side] = await runContract({ tools, tests, env });
    return countOf(reports[side]);
  };
  await tally.add(`${title}: sandbox`, async () => {
    const sandbox = await startSandbox?.(tools);
    try {
      return await runSide('sandbox', sandbox?.env);
    } finally {
      await sandbox?.stop();
    }
  });
  await tally.add(`${title}: real`, () => runSide('real', component.env));
  return reports;
}

/** The name with the version that the program itself tells. */
async function versionOf({ name, version: [program, ...args] }, tools) {
  const lines = [];
  await run(path.join(lab, 'bin', program), args, {
    ...tools,
    onLine: line => lines.push(line),
  });
  const version = lines.join('\n').match(/v(\d+\.\d+\.\d+)/)?.[1];
  return version ? `${name} ${version}` : name;
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
