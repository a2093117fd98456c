import { createPrivateKey, X509Certificate } from 'node:crypto';
import { inspect } from 'node:util';
import { Cloud, Clouds, createClusterAdmin } from '..';
import { ScriptedCloud } from '../__testUtils__/ScriptedCloud';
import { TestAuthority } from '../__testUtils__/TestAuthority';

const BASE = '/container-infra/v1';
const CLUSTER = {
  uuid: 'u1',
  name: 'one',
  status: 'CREATE_COMPLETE',
  api_address: 'https://10.0.0.1:6443',
};

describe('createClusterAdmin', () => {
  let authority: TestAuthority;
  let server: ScriptedCloud;
  let clouds: Clouds;
  let cloud: Cloud;

  beforeEach(async () => {
    authority = await TestAuthority.create();
    server = await ScriptedCloud.start();
    clouds = Clouds.create([server.definition()]);
    cloud = clouds.get();
    server.reply(`GET ${BASE}/certificates/u1`, {
      body: { pem: authority.pem },
    });
    server.reply(`POST ${BASE}/certificates`, async (response, { body }) => {
      const { csr } = body as { csr: string };
      const pem = await authority.sign(csr);
      response.writeHead(201).end(JSON.stringify({ pem }));
    });
  });
  afterEach(async () => {
    await clouds.close();
    await server.stop();
  });

  it('has a certificate for a key of its own', async () => {
    const admin = await createClusterAdmin(cloud, CLUSTER);
    const certificate = new X509Certificate(admin.certPem);
    const key = createPrivateKey(admin.keyPem);
    expect(admin).toMatchObject({
      server: 'https://10.0.0.1:6443',
      caPem: authority.pem,
    });
    expect(certificate.subject).toBe('O=system:masters\nCN=admin');
    expect(certificate.checkPrivateKey(key)).toBe(true);
    expect(key.asymmetricKeyDetails?.modulusLength).toBeGreaterThanOrEqual(
      2048,
    );
    expect(JSON.stringify(server.requests)).not.toContain('PRIVATE KEY');
  });

  it('does not show its key by accident', async () => {
    const admin = await createClusterAdmin(cloud, CLUSTER);
    expect(JSON.stringify(admin)).not.toContain('PRIVATE KEY');
    expect(inspect(admin, { depth: 9 })).not.toContain('PRIVATE KEY');
    expect(JSON.stringify({ ...admin })).not.toContain('PRIVATE KEY');
  });

  it('needs an address', async () => {
    await expect(
      createClusterAdmin(cloud, {
        ...CLUSTER,
        status: 'CREATE_IN_PROGRESS',
        api_address: null,
      }),
    ).rejects.toThrow(
      'Cluster one has no API address yet: its status is CREATE_IN_PROGRESS',
    );
    expect(server.requests).toEqual([]);
  });

  it('says when somebody else has to ask', async () => {
    server.reply(`POST ${BASE}/certificates`, {
      status: 403,
      body: { errors: [{ detail: "Policy doesn't allow certificate:create" }] },
    });
    await expect(createClusterAdmin(cloud, CLUSTER)).rejects.toMatchObject({
      status: 403,
      reason: "Policy doesn't allow certificate:create",
    });
  });
});
