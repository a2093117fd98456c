import { once } from 'node:events';
import { createServer, Server } from 'node:https';
import { AddressInfo } from 'node:net';
import { CloudDefinition, Clouds, isTransientOpenStackError } from '..';
import { TestAuthority } from '../__testUtils__/TestAuthority';
import { tokenBody } from '../__testUtils__/tokenBody';

describe('a cloud with a CA of its own', () => {
  let authority: TestAuthority;
  let server: Server;
  let url: string;

  beforeEach(async () => {
    authority = await TestAuthority.create();
    server = createServer(await authority.createServerPair(), (_, response) => {
      response.writeHead(201, { 'x-subject-token': 't' });
      response.end(JSON.stringify(tokenBody(url)));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  async function projectWith(changes: Partial<CloudDefinition>) {
    const clouds = Clouds.create([
      {
        name: 'acme',
        authUrl: url,
        credential: {
          type: 'application-credential',
          credential: { id: 'a' },
          secret: 'hush',
        },
        ...changes,
      },
    ]);
    try {
      return await clouds.get().project();
    } finally {
      await clouds.close();
    }
  }

  it('is trusted when the CA is given', async () => {
    await expect(projectWith({ ca: authority.pem })).resolves.toMatchObject({
      id: 'project-1',
    });
  });

  it('is trusted when nothing is verified', async () => {
    await expect(projectWith({ verify: false })).resolves.toMatchObject({
      id: 'project-1',
    });
  });

  it('is not trusted else, and asking again would not help', async () => {
    const error = await projectWith({}).catch(refused => refused);
    expect(error.message).toMatch(
      /^Keystone of cloud acme: .*certificate.* \(POST \/v3\/auth\/tokens\)$/,
    );
    expect(isTransientOpenStackError(error)).toBe(false);
    const other = await TestAuthority.create();
    await expect(projectWith({ ca: other.pem })).rejects.toThrow(/certificate/);
  });
});
