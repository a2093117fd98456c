import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';
import { renderConformance } from './renderConformance.mjs';
import { run } from './run.mjs';
import { StepError } from './steps.mjs';

const lab = process.env.SLIPWAY_LAB ?? path.join(os.tmpdir(), 'slipway-lab');
const conformance = path.join(root, 'packages/sandbox/CONFORMANCE.md');

/** The components whose contract tests run against sandbox and real thing. */
const COMPONENTS = [
  {
    title: 'Kubernetes API',
    real: 'kube-apiserver 1.36.3',
    tests: 'packages/sandbox/src/kubernetes/contract',
    env: {
      SLIPWAY_CONTRACT_KUBECONFIG: `${lab}/run/cluster-hub/admin.kubeconfig`,
    },
  },
  {
    title: 'Argo CD',
    real: 'Argo CD 3.5.7',
    tests: 'packages/sandbox/src/argocd/contract',
    env: {
      SLIPWAY_CONTRACT_ARGOCD_KUBECONFIG: `${lab}/run/cluster-hub/admin.kubeconfig`,
      SLIPWAY_CONTRACT_GIT_URL: 'http://127.0.0.1:13000',
      SLIPWAY_CONTRACT_GIT_FOLDER: `${lab}/run/argocd-hub/git`,
    },
  },
];

/** Starts the lab, runs the contract tests on both sides, writes CONFORMANCE.md. */
export async function runLab({ tools, tally, pattern = '' }) {
  const env = { ...tools.env, SLIPWAY_LAB: lab, CLUSTERS: 'hub:16443' };
  const script = async (...args) => {
    const code = await run(path.join(root, 'lab/lab.sh'), args, {
      ...tools,
      env,
    });
    if (code !== 0) {
      throw new StepError(`lab.sh ${args.join(' ')} ended with code ${code}`);
    }
    return { passed: 1, failed: 0 };
  };
  const built = fs.existsSync(path.join(lab, 'bin/argocd'));
  await tally.add('Lab: build', () => (built ? noTests : script('build')));
  await tally.add('Lab: start', () => script('up'));
  const sections = [];
  try {
    for (const component of COMPONENTS.filter(c => c.tests.includes(pattern))) {
      const reports = {};
      for (const [side, extra] of [
        ['sandbox', {}],
        ['real', component.env],
      ]) {
        await tally.add(`${component.title}: ${side}`, async () => {
          reports[side] = await runContract({ tools, component, extra });
          return countOf(reports[side]);
        });
      }
      sections.push({ ...component, reports });
    }
  } finally {
    await tally.add('Lab: stop', () => script('down'));
  }
  if (!pattern) {
    fs.writeFileSync(conformance, renderConformance(sections));
    await run('yarn', ['prettier', '--write', conformance], tools);
  }
}

const noTests = { passed: 0, failed: 0 };

/** All cases of a component's contract tests: `[{ name, status }]`. */
async function runContract({ tools, component, extra }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-contract-'));
  const report = path.join(folder, 'report.json');
  await run(
    'yarn',
    [
      ...['backstage-cli', 'repo', 'test', '--watch=false', '--runInBand'],
      ...['--json', `--outputFile=${report}`, component.tests],
    ],
    { ...tools, env: { ...tools.env, ...extra } },
  );
  if (!fs.existsSync(report)) {
    throw new StepError(`${component.title}: jest wrote no report`);
  }
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
  fs.rmSync(folder, { recursive: true });
  return testResults.flatMap(file =>
    file.assertionResults.map(result => ({
      name: [...result.ancestorTitles, result.title].join(': '),
      status: result.status,
      message: result.failureMessages?.[0]?.split('\n')[0] ?? '',
    })),
  );
}

function countOf(cases) {
  const failed = cases.filter(result => result.status === 'failed');
  return {
    passed: cases.filter(result => result.status === 'passed').length,
    failed: failed.length,
    details: failed
      .map(({ name, message }) => `${name}\n  ${message}`)
      .join('\n'),
  };
}
