import http from 'node:http';
import { startControl } from './startControl';

describe('startControl', () => {
  const stop = new AbortController();
  let port: number;

  beforeAll(async () => {
    port = await startControl({
      port: 0,
      token: 'token',
      commands: {
        echo: async args => args.join(' '),
        fail: async () => {
          throw new Error('There is no such fault.');
        },
      },
      signal: stop.signal,
    });
  });

  afterAll(() => stop.abort());

  function send(body: string, headers: Record<string, string> = {}) {
    return new Promise<{ status?: number; text: string }>((resolve, reject) => {
      const request = http.request(
        {
          host: '127.0.0.1',
          port,
          method: 'POST',
          headers: { authorization: 'Bearer token', ...headers },
        },
        async response => {
          const chunks = await response.toArray();
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode, text });
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  it('answers a command, and says why one failed', async () => {
    expect(await send('["echo","a","b"]')).toEqual({
      status: 200,
      text: 'a b',
    });
    expect(await send('["fail"]')).toEqual({
      status: 400,
      text: 'There is no such fault.',
    });
  });

  it('names the commands that there are', async () => {
    expect(await send('["dance"]')).toEqual({
      status: 404,
      text: 'Unknown: dance. One of echo, fail.',
    });
  });

  it('obeys only who can read the state folder, under its own name', async () => {
    const wrong = { authorization: 'Bearer tokem' };
    expect(await send('["echo"]', wrong)).toMatchObject({ status: 401 });
    const short = { authorization: 'Bearer' };
    expect(await send('["echo"]', short)).toMatchObject({ status: 401 });
    const host = { host: `evil.example:${port}` };
    expect(await send('["echo"]', host)).toMatchObject({ status: 421 });
  });

  it('reads no endless command', async () => {
    expect(await send(JSON.stringify(['x'.repeat(100_001)]))).toMatchObject({
      status: 400,
    });
  });
});
