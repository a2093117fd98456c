import {
  ClusterClient,
  ClusterResponse,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { ago, certificate, Fields, judge, renewal } from '../testing';
import { requestRenewal } from './requestRenewal';

const PATH = '/apis/cert-manager.io/v1/namespaces/shop/certificates/shop-tls';
const subject = certificate();
const { item } = judge([subject]);

/** Answers one after the other, and keeps what was asked. */
function scripted(...answers: ClusterResponse[]) {
  const asked: Parameters<ClusterClient['request']>[0][] = [];
  const client: ClusterClient = {
    async request(options) {
      asked.push(options);
      const answer = answers.shift();
      if (!answer) {
        throw new Error('It was asked once too often');
      }
      return answer;
    },
  };
  const run = (signal = new AbortController().signal) =>
    requestRenewal({ item, client, now: () => new Date(ago('0m')), signal });
  return { asked, run };
}

const found = { status: 200, body: subject };
const done = { status: 200, body: {} };
const conflict = { status: 409, body: { message: 'modified' } };

describe('requestRenewal', () => {
  it('sets the condition Issuing in the status, and nothing else', async () => {
    const { asked, run } = scripted(found, done);
    expect(await run()).toMatchObject({ outcome: 'done' });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET ${PATH}`,
      `PUT ${PATH}/status`,
    ]);
    const body = asked[1].body as { status: Fields; metadata: Fields };
    expect(body).toEqual({
      ...subject,
      status: { ...subject.status, conditions: expect.anything() },
    });
    expect(body.status.conditions).toEqual([
      ...(subject.status.conditions as Fields[]),
      {
        type: 'Issuing',
        status: 'True',
        reason: 'ManuallyTriggered',
        message: expect.any(String),
        lastTransitionTime: '2026-11-22T10:00:00Z',
        observedGeneration: 1,
      },
    ]);
  });

  it('tries again when somebody else wrote, but not for ever', async () => {
    const once = scripted(found, conflict, found, done);
    expect(await once.run()).toMatchObject({ outcome: 'done' });
    const always = scripted(
      ...Array.from({ length: 5 }, () => [found, conflict]).flat(),
    );
    expect(await always.run()).toMatchObject({ outcome: 'refused' });
  });

  it('does nothing while an issuance is under way, or nothing is there', async () => {
    const running = { status: 200, body: renewal('1h') };
    expect(await scripted(running).run()).toEqual({
      outcome: 'refused',
      reason: 'An issuance is under way since 2026-11-22 09:00 UTC.',
    });
    const gone = { status: 404, body: undefined };
    expect(await scripted(gone).run()).toMatchObject({ outcome: 'refused' });
  });

  it("fails in the API server's words", async () => {
    const forbidden = { status: 403, body: { message: 'cannot update' } };
    await expect(scripted(found, forbidden).run()).rejects.toThrow(
      'Cannot update the status of the Certificate: cannot update',
    );
    await expect(
      scripted({ status: 500, body: undefined }).run(),
    ).rejects.toThrow('Cannot read the Certificate: HTTP status 500');
  });

  it('stops when it is told to', async () => {
    const { asked, run } = scripted(found, done);
    await expect(run(AbortSignal.abort(new Error('enough')))).rejects.toThrow(
      'enough',
    );
    expect(asked).toEqual([]);
  });
});
