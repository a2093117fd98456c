import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { runContract } from './runContract.mjs';
import { startContractOpenStack } from './openstack/startContractOpenStack.mjs';
import { startContractSandbox } from './startContractSandbox.mjs';
import { tryCommandLine } from './openstack/tryCommandLine.mjs';

const KUBERNETES_PARTS = ['kubernetes', 'certificates', 'argocd'];
const OPENSTACK_PLUGINS =
  /^(openstack-node|scaffolder-backend-module-magnum)\//;

/**
 * What a lab run compares: where its tests are, with which parts of the lab,
 * and how both sides are found. Only what has the pattern in its path.
 */
export function labComponents({ lab, pattern }) {
  const kubeconfig = `${lab}/run/cluster-hub/admin.kubeconfig`;
  const kubernetes = {
    parts: KUBERNETES_PARTS,
    real: [program(lab, 'Kubernetes', 'kube-apiserver', '--version')],
  };
  const openstack = {
    parts: ['magnum'],
    real: [debian('Keystone', 'keystone'), debian('Magnum', 'magnum-common')],
    env: { SLIPWAY_LAB_OPENSTACK: `${lab}/run/magnum/openstack.json` },
  };
  return [
    {
      ...kubernetes,
      title: 'Kubernetes API',
      tests: 'packages/sandbox/src/kubernetes/contract',
      env: { SLIPWAY_CONTRACT_KUBECONFIG: kubeconfig },
    },
    {
      title: 'Argo CD',
      parts: KUBERNETES_PARTS,
      real: [program(lab, 'Argo CD', 'argocd', 'version', '--client')],
      tests: 'packages/sandbox/src/argocd/contract',
      env: {
        SLIPWAY_CONTRACT_ARGOCD_KUBECONFIG: kubeconfig,
        SLIPWAY_CONTRACT_GIT_URL: 'http://127.0.0.1:13000',
        SLIPWAY_CONTRACT_GIT_FOLDER: `${lab}/run/argocd-hub/git`,
      },
    },
    {
      ...openstack,
      title: 'Keystone and Magnum',
      tests: 'packages/sandbox/src/openstack/contract',
    },
    {
      ...openstack,
      title: 'Keystone and Magnum by the command line',
      tests: 'scripts/lib/openstack/tryCommandLine.mjs',
      command: 'openstack',
      runCases: tryCommandLine,
      startSandbox: startContractOpenStack,
    },
    {
      ...openstack,
      title: 'What the plugins do with Keystone and Magnum',
      tests: pluginTests(file => OPENSTACK_PLUGINS.test(file), pattern),
      startSandbox: startContractOpenStack,
    },
    {
      ...kubernetes,
      title: 'What the plugins read',
      tests: pluginTests(file => !OPENSTACK_PLUGINS.test(file), pattern),
      env: {
        SLIPWAY_CONTRACT_KUBECONFIG: kubeconfig,
        SLIPWAY_CONTRACT_CERTIFICATES: `${lab}/run/cert-manager-hub/contract.json`,
      },
      startSandbox: startContractSandbox,
    },
  ]
    .filter(({ tests }) => tests.includes(pattern) && tests !== '')
    .map(component => ({ runCases: runContract, ...component }));
}

/** The contract tests of plugins whose path has the pattern; jest takes expressions. */
function pluginTests(isWanted, pattern) {
  return fs
    .readdirSync(path.join(root, 'plugins'), { recursive: true })
    .filter(file => /^[^/]+\/src\/.*\.contract\.test\.ts$/.test(file))
    .filter(isWanted)
    .map(file => `plugins/${file}`)
    .filter(file => file.includes(pattern))
    .join('|');
}

function program(lab, name, file, ...args) {
  return { name, command: [path.join(lab, 'bin', file), ...args] };
}

function debian(name, file) {
  return { name, command: ['dpkg-query', '-W', '-f', 'v${Version}', file] };
}
