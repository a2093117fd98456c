import { randomBytes } from 'node:crypto';
import { Cloud, CloudCredential, Clouds, isCredentialRefused } from '..';
import {
  definitionOf,
  LabAccess,
  passwordOf,
  readLabAccess,
} from '../__testUtils__/LabAccess';
import { toAuthBody } from '../keystone/toAuthBody';
import { toBaseUrl } from '../keystone/toBaseUrl';

interface Made {
  id: string;
  name: string;
  secret: string;
}

/** Names a file with authUrl, user, password, project and region. */
(process.env.SLIPWAY_LAB_OPENSTACK ? describe : describe.skip)(
  'the credentials of a cloud',
  () => {
    jest.setTimeout(60_000);
    const run = `contract-${randomBytes(3).toString('hex')}`;
    let access: LabAccess;
    let token: string;
    let userId: string;
    const made: Made[] = [];
    let opened: Clouds[] = [];
    const credentialsPath = () => `/v3/users/${userId}/application_credentials`;

    beforeAll(async () => {
      access = readLabAccess();
      token = await logIn();
      userId = (await connect(passwordOf(access)).user()).id;
    });
    beforeEach(() => {
      opened = [];
    });
    afterEach(() => Promise.all(opened.map(clouds => clouds.close())));
    afterAll(async () => {
      for (const { id } of made) {
        await ask('DELETE', `${credentialsPath()}/${id}`);
      }
    });

    function ask(method: string, path: string, body?: unknown, headers = {}) {
      return fetch(`${toBaseUrl(access.authUrl)}${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(token && { 'x-auth-token': token }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
    }

    async function logIn(): Promise<string> {
      const body = toAuthBody(passwordOf(access));
      const answer = await ask('POST', '/v3/auth/tokens', body);
      return answer.headers.get('x-subject-token')!;
    }

    async function make(changes = {}): Promise<Made> {
      const name = `${run}-${made.length}`;
      const answer = await ask('POST', credentialsPath(), {
        application_credential: { name, ...changes },
      });
      expect(answer.status).toBe(201);
      const { application_credential: credential } = (await answer.json()) as {
        application_credential: Made;
      };
      made.push(credential);
      return credential;
    }

    function connect(credential: CloudCredential): Cloud {
      const clouds = Clouds.create([definitionOf(access, { credential })]);
      opened.push(clouds);
      return clouds.get();
    }

    it('may be an application credential, by id and by name', async () => {
      const { id, name, secret } = await make();
      const user = { name: access.user, domainId: 'default' };
      for (const credential of [{ id }, { name, user }]) {
        const cloud = connect({
          type: 'application-credential',
          credential,
          secret,
        });
        expect(await cloud.project()).toMatchObject({ name: access.project });
        expect(await cloud.magnum.listClusters()).toEqual(expect.any(Array));
      }
    });

    it('may be one that can only read', async () => {
      const { id, secret } = await make({
        access_rules: [
          { service: 'container-infra', method: 'GET', path: '/v1/**' },
        ],
      });
      const { magnum } = connect({
        type: 'application-credential',
        credential: { id },
        secret,
      });
      expect(await magnum.listClusters()).toEqual(expect.any(Array));
      await expect(
        magnum.createCluster({ name: run, cluster_template_id: 'nope' }),
      ).rejects.toMatchObject({
        service: 'magnum',
        status: 401,
        reason: expect.stringContaining('access rules'),
      });
    });

    it('may be one that is gone', async () => {
      const { id, secret } = await make();
      await ask('DELETE', `${credentialsPath()}/${id}`);
      made.pop();
      const refused = await connect({
        type: 'application-credential',
        credential: { id },
        secret,
      })
        .project()
        .catch(error => error);
      expect(isCredentialRefused(refused)).toBe(true);
      expect(refused.message).toContain('or it has expired');
      expect(refused.message).not.toContain(secret);
    });

    it('may be a token, with a project or as it is, until it is revoked', async () => {
      const given = await logIn();
      const project = { name: access.project, domainId: 'default' };
      for (const credential of [
        { type: 'token' as const, token: given },
        { type: 'token' as const, token: given, project },
      ]) {
        const cloud = connect(credential);
        expect(await cloud.project()).toMatchObject({ name: access.project });
        expect(await cloud.magnum.listClusters()).toEqual(expect.any(Array));
      }
      const subject = { 'x-subject-token': given };
      await ask('DELETE', '/v3/auth/tokens', undefined, subject);
      for (const credential of [
        { type: 'token' as const, token: given },
        { type: 'token' as const, token: given, project },
      ]) {
        const refused = await connect(credential)
          .project()
          .catch(error => error);
        expect(refused.message).not.toContain(given);
        expect(refused.message).toContain('a new one has to be configured');
        expect(isCredentialRefused(refused)).toBe(true);
      }
    });
  },
);
