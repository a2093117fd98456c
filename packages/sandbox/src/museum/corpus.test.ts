import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { KubernetesClient } from '../client';
import { RecordedCloud } from '../openstack/types';
import { StateFolder } from '../state/StateFolder';
import { Exhibit, Museum } from './Museum';

const CORPUS = path.resolve(__dirname, '../../../../corpus');

const scenarios = fs
  .readdirSync(CORPUS, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(({ name }) =>
    fs.readdirSync(path.join(CORPUS, name)).map(file => `${name}/${file}`),
  );

jest.setTimeout(60_000);

describe('the corpus in the museum', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-corpus-'));
  const stopping = new AbortController();
  const shown: Exhibit[] = [];
  let cloud: RecordedCloud | undefined;
  const museum = Museum.create({
    state: StateFolder.open(folder),
    firstPort: 0,
    signal: stopping.signal,
    log: () => {},
    now: () => new Date(),
    taken: () => [],
    showCloud: records => {
      cloud = records;
    },
    register: async exhibit => void shown.push(exhibit),
    unregister: async () => {},
  });
  afterEach(async () => {
    await museum.clear();
    shown.length = 0;
  });
  afterAll(() => {
    stopping.abort();
    fs.rmSync(folder, { recursive: true });
  });

  it.each(scenarios)('shows %s', async scenario => {
    const file = path.join(CORPUS, scenario);
    await museum.show(file);
    const content = parse(fs.readFileSync(file, 'utf8'));
    const recorded = content.clusters;
    expect(cloud?.clusters.map(({ uuid }) => uuid)).toEqual(
      content.openstack?.clusters.map(({ uuid }: { uuid: string }) => uuid),
    );
    expect(shown.map(({ name }) => name)).toEqual(
      recorded.map(({ name }: { name: string }) => name),
    );
    for (const [index, { name, api, readerToken }] of shown.entries()) {
      const client = KubernetesClient.create({
        name,
        server: api.url,
        caPem: api.caPem,
        token: readerToken,
        manager: 'test',
      });
      const uids = new Set<string>();
      for (const { group, plural } of api.served()) {
        const groups = group ? await versionOf(client, group) : 'api/v1';
        const list = await client
          .request<{ items: { metadata: { uid: string } }[] }>(
            `/${groups}/${plural}`,
          )
          .catch(() => ({ items: [] }));
        list.items.forEach(({ metadata }) => uids.add(metadata.uid));
      }
      for (const { metadata } of recorded[index].objects ?? []) {
        expect(uids).toContain(metadata.uid);
      }
      client.close();
    }
  });
});

async function versionOf(client: KubernetesClient, group: string) {
  const { preferredVersion } = await client.request<{
    preferredVersion: { groupVersion: string };
  }>(`/apis/${group}`);
  return `apis/${preferredVersion.groupVersion}`;
}
