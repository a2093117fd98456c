import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openstackCommand } from './openstackCommand.mjs';

const LIMIT_MS = 180_000;
const NAME = 'command-line';
const SHOW = ['coe', 'cluster', 'show', NAME];

/**
 * A cluster's life by the `openstack` command line, as `[{ name, status,
 * message }]`. Each step needs those before it: after a failure the rest is not run.
 */
export async function tryCommandLine({ tools, env }) {
  const access = JSON.parse(fs.readFileSync(env.SLIPWAY_LAB_OPENSTACK, 'utf8'));
  const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-openstack-'));
  const cloud = openstackCommand({ access, tools, cwd });
  const cases = [];
  try {
    for (const [name, step] of stepsOf({ cloud, access, tools, cwd })) {
      const failed = cases.some(({ status }) => status === 'failed');
      cases.push(
        failed ? { name, status: 'skipped' } : await attempt(name, step),
      );
    }
  } finally {
    fs.rmSync(cwd, { recursive: true, force: true });
  }
  return cases;
}

async function attempt(name, step) {
  try {
    await step();
    return { name, status: 'passed' };
  } catch (error) {
    return { name, status: 'failed', message: error.message };
  }
}

function stepsOf({ cloud, access, tools, cwd }) {
  const named = (rows, name) =>
    rows.find(row => (row.Name ?? row.name) === name);
  return Object.entries({
    'token issue': async () => {
      const token = await cloud.read('token', 'issue');
      assert.ok(token.id && token.expires && token.project_id);
    },
    'token issue with a wrong password': async () => {
      const stranger = openstackCommand({
        access: { ...access, password: 'wrong' },
        tools,
        cwd,
      });
      const { code, text } = await stranger.ask('token', 'issue');
      assert.equal(code, 1);
      assert.match(text, /requires authentication.*HTTP 401/);
    },
    'catalog list': async () => {
      const types = (await cloud.read('catalog', 'list')).map(s => s.Type);
      assert.ok(types.includes('container-infra') && types.includes('compute'));
    },
    'coe cluster template create': async () => {
      const images = await cloud.read('image', 'list');
      const [network] = await cloud.read('network', 'list', '--external');
      await cloud.tell(
        ...['coe', 'cluster', 'template', 'create', NAME],
        ...['--coe', 'kubernetes', '--external-network', network.Name],
        ...['--image', images.find(i => /coreos/.test(i.Name)).Name],
        ...['--flavor', 'm1.medium', '--master-flavor', 'm1.medium'],
        ...['--network-driver', 'calico', '--master-lb-enabled'],
        ...['--labels', 'kube_tag=v1.24.16-rancher1,a=b'],
      );
    },
    'coe cluster template list': async () => {
      assert.ok(
        named(await cloud.read('coe', 'cluster', 'template', 'list'), NAME),
      );
    },
    'coe cluster template show': async () => {
      const shown = await cloud.read(
        'coe',
        'cluster',
        'template',
        'show',
        NAME,
      );
      assert.equal(shown.coe, 'kubernetes');
      assert.equal(shown.labels.kube_tag, 'v1.24.16-rancher1');
    },
    'coe cluster create without such a template': async () => {
      const { code, text } = await cloud.ask(
        ...['coe', 'cluster', 'create', 'no', '--cluster-template', 'nope'],
      );
      assert.equal(code, 1);
      assert.match(text, /ClusterTemplate nope could not be found/);
    },
    'coe cluster create': async () => {
      const [keypair] = await cloud.read('keypair', 'list');
      const text = await cloud.tell(
        ...['coe', 'cluster', 'create', NAME, '--cluster-template', NAME],
        ...['--keypair', keypair.Name, '--node-count', '2'],
        ...['--labels', 'c=d', '--merge-labels'],
      );
      assert.match(text, /Request to create cluster [-0-9a-f]{36} accepted/);
    },
    'coe cluster show': async () => {
      const cluster = await becomes(cloud, 'CREATE_COMPLETE');
      assert.match(cluster.api_address, /^https:/);
      assert.equal(cluster.node_count, 2);
      assert.deepEqual(
        { ...cluster.labels },
        { kube_tag: 'v1.24.16-rancher1', a: 'b', c: 'd' },
      );
    },
    'coe cluster list': async () => {
      const row = named(await cloud.read('coe', 'cluster', 'list'), NAME);
      assert.equal(row.status, 'CREATE_COMPLETE');
    },
    'coe cluster config': async () => {
      await cloud.tell(
        'coe',
        'cluster',
        'config',
        NAME,
        '--dir',
        cwd,
        '--force',
      );
      const config = fs.readFileSync(path.join(cwd, 'config'), 'utf8');
      assert.match(config, /server: https:/);
      assert.match(config, /client-certificate-data: \S+/);
    },
    'coe nodegroup list': async () => {
      const groups = await cloud.read('coe', 'nodegroup', 'list', NAME);
      assert.equal(named(groups, 'default-worker').node_count, 2);
    },
    'coe cluster resize': async () => {
      await cloud.tell('coe', 'cluster', 'resize', NAME, '3');
      const cluster = await becomes(cloud, 'UPDATE_COMPLETE');
      assert.equal(cluster.node_count, 3);
    },
    'coe stats list': async () => {
      const { project_id: project } = await cloud.read('token', 'issue');
      const stats = await cloud.tell('coe', 'stats', 'list', project);
      assert.match(stats, /\| *clusters *\| *[1-9]/);
    },
    'coe cluster delete': async () => {
      await cloud.tell('coe', 'cluster', 'delete', NAME);
      const gone = await until(async () => {
        const answer = await cloud.ask(...SHOW);
        return /could not be found/.test(answer.text) ? answer : undefined;
      });
      assert.equal(gone.code, 1);
    },
    'coe cluster template delete': async () => {
      await cloud.tell('coe', 'cluster', 'template', 'delete', NAME);
      const left = await cloud.read('coe', 'cluster', 'template', 'list');
      assert.equal(named(left, NAME), undefined);
    },
  });
}

/** The cluster once it has that status; a failed one never will. */
function becomes(cloud, status) {
  return until(async () => {
    const { code, text } = await cloud.ask(...SHOW, '-f', 'json');
    // A new one is not there at once.
    const cluster = code === 0 ? JSON.parse(text) : {};
    assert.doesNotMatch(String(cluster.status), /_FAILED$/, text);
    return cluster.status === status ? cluster : undefined;
  });
}

async function until(ask) {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const found = await ask();
    if (found) {
      return found;
    }
    assert.ok(Date.now() < end, 'it did not come to that in time');
    await sleep(500);
  }
}
