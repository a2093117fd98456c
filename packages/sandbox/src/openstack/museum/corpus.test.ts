import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { startTestCloud, TestCloud } from '../testing/startTestCloud';
import { RecordedCloud } from '../types';

const CORPUS = path.resolve(__dirname, '../../../../../corpus/clusters');

describe('recorded clouds of the corpus', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  afterAll(() => cloud.stop());

  it.each(fs.readdirSync(CORPUS))('%s is read as it stands', async file => {
    const { openstack } = parse(
      fs.readFileSync(path.join(CORPUS, file), 'utf8'),
    ) as { openstack: RecordedCloud };
    cloud.openstack.setRecords('museum', openstack);
    const visitor = await cloud.as('stranger', 'museum');
    const read = async (below: string) =>
      (await visitor.magnum('GET', below)).body;
    expect(await read('/clusters/detail')).toEqual({
      clusters: openstack.clusters,
    });
    for (const [uuid, nodegroups] of Object.entries(openstack.nodegroups)) {
      expect(await read(`/clusters/${uuid}/nodegroups`)).toEqual({
        nodegroups,
      });
    }
    expect(await read('/clustertemplates')).toEqual({
      clustertemplates: openstack.clustertemplates,
    });
  });
});
