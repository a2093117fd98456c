import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import { ClusterClient } from '@slipway/backstage-plugin-fleet-node/engine';
import { domain } from '../domain';
import { renewOperation } from '../operations/renewOperation';
import { Case } from './Case';
import { conclusionMatching } from './conclusionMatching';
import { conclusionOf } from './conclusionOf';
import { hasCondition } from './hasCondition';
import { issuances } from './issuances';
import { judge } from './judge';
import { listFrom } from './listFrom';
import { makeCertificates } from './makeCertificates';
import { readLabFacts } from './readLabFacts';
import { recordSample } from './recordSample';
import { renewals } from './renewals';
import { Scene } from './Scene';

// Without the lab there is nothing to ask: npm run test:lab -- certificates
const describeReal = readLabFacts() ? describe : describe.skip;

// What it costs is cert-manager's wait of 60 s after a DNS-01 self check.
jest.setTimeout(200_000);

describeReal('certificates of the real cert-manager (test:lab)', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.begin();
    await makeCertificates(scene);
  });

  afterAll(() => scene.end());

  it.each(issuances)('$state', expectCase);

  it.each(renewals)('$state', expectCase);

  it('renews although somebody else writes at the same time', async () => {
    const { revision } = (await scene.get('Certificate', 'leaf')).status;
    let statuses: number[] = [];
    const client: ClusterClient = {
      async request(options) {
        if (options.method === 'PUT' && statuses.length === 0) {
          const annotations = { 'example.org/touched': 'meanwhile' };
          await scene.patch('Certificate', 'leaf', {
            metadata: { annotations },
          });
        }
        const response = await scene.cluster.request(options);
        if (options.method === 'PUT') {
          statuses = [...statuses, response.status];
        }
        return response;
      },
    };
    expect(await renew('leaf', client)).toMatchObject({ outcome: 'done' });
    expect(statuses).toEqual([409, 200]);
    await scene.until(
      'Certificate',
      'leaf',
      ({ status }) => status.revision === revision + 1,
    );
  });

  it('does not ask again while a renewal is under way', async () => {
    const certificate = await scene.get('Certificate', 'turns');
    expect(hasCondition(certificate, 'Issuing', 'True')).toBe(true);
    expect(await renew('turns')).toMatchObject({ outcome: 'refused' });
    const after = await scene.get('Certificate', 'turns');
    expect(after.status).toEqual(certificate.status);
  });

  it('does not offer a renewal that would fail again', async () => {
    const { item, read } = await judged('blocked', 0);
    expect(item && renewOperation.check(item, read, new Date())).toEqual({
      outcome: 'refused',
      reason: expect.stringContaining('fail again'),
    });
  });

  async function expectCase(options: Case) {
    const { state, certificate, provoke, there, concludes, later } = options;
    await provoke?.(scene, async name => {
      expect(await renew(name)).toMatchObject({ outcome: 'done' });
    });
    await scene.until(there.kind, certificate, there.isSo);
    const { namespace } = scene;
    const objects = await scene.objectsOf(certificate);
    recordSample({ name: state, objects, namespace });
    const expected = [{ minutes: 0, ...concludes }, later ?? []].flat();
    const judgements = await Promise.all(
      expected.map(({ minutes }) => judged(certificate, minutes)),
    );
    const concluded = judgements.map(({ item }) => conclusionOf(item));
    expect(concluded).toEqual(expected.map(conclusionMatching));
  }

  function judged(certificate: string, minutesLater: number) {
    return judge<CertificateItem>({
      domain,
      list: resource => listFrom(scene.cluster, resource),
      now: new Date(Date.now() + minutesLater * 60_000),
      namespace: scene.namespace,
      name: certificate,
    });
  }

  async function renew(
    certificate: string,
    client: ClusterClient = scene.cluster,
  ) {
    const { item } = await judged(certificate, 0);
    if (!item) {
      throw new Error(`There is no item for ${certificate}`);
    }
    return renewOperation.run({
      item,
      client,
      now: () => new Date(),
      signal: AbortSignal.timeout(30_000),
    });
  }
});
