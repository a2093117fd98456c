import {
  ago,
  certificate,
  cond,
  failedRenewal,
  issuer,
  judge,
  LiveCluster,
  renewal,
  TestObject,
} from '../testing';
import { checkRenewal } from './checkRenewal';
import { renewCommand } from './renewCommand';
import { renewOperation } from './renewOperation';

function check(objects: TestObject[], now = ago('0m')) {
  return checkRenewal(judge(objects).item, new Date(now));
}

const early = certificate({ status: { renewalTime: ago('-1d') } });
const limited = failedRenewal(
  'order is in "errored" state: 429 urn:ietf:params:acme:error:rateLimited: retry after 2026-11-23 13:22:41 UTC',
);

describe('renewing by hand', () => {
  it('is allowed, for its cost', () => {
    expect(check([early])).toEqual({
      outcome: 'allowed',
      effect: expect.stringContaining('for shop.example.org from letsencrypt'),
      cost: expect.stringContaining('limits'),
    });
    expect(check([failedRenewal('')])).toMatchObject({
      cost: expect.stringContaining('21 automatic attempts are left'),
    });
  });

  it('is refused while an issuance is under way', () => {
    expect(check([renewal('1h')])).toEqual({
      outcome: 'refused',
      reason:
        'An issuance is under way since 2026-11-22 09:00 UTC; a second one would change nothing.',
    });
  });

  it('is refused until the stated time of a rate limit', () => {
    expect(check([limited])).toEqual({
      outcome: 'refused',
      reason:
        'letsencrypt refuses until 2026-11-23 13:22 UTC; each try before makes it worse.',
    });
    expect(check([limited], '2026-11-23T13:22:42Z').outcome).toBe('allowed');
  });

  it('is refused while only a person can mend the cause', () => {
    const ready = cond('Ready=False/InvalidConfig', 'x');
    const broken = [failedRenewal(''), issuer({ ready })];
    expect(check(broken)).toEqual({
      outcome: 'refused',
      reason: expect.stringContaining(
        'It would fail again: Issuer is not ready',
      ),
    });
    const caa = failedRenewal(
      'acme: authorization error: 403 urn:ietf:params:acme:error:caa: forbidden',
    );
    expect(check([caa]).outcome).toBe('refused');
  });

  it('is what mends an expired certificate, and one that renews no more', () => {
    const expired = failedRenewal('', { status: { notAfter: ago('1h') } });
    expect(check([expired]).outcome).toBe('allowed');
    const disabled = certificate({ spec: { renewal: { policy: 'Disabled' } } });
    expect(check([disabled]).outcome).toBe('allowed');
  });

  it('is refused where the cluster does not answer', () => {
    const item = LiveCluster.start().put(early).unreachable().item();
    expect(item && checkRenewal(item, new Date())).toMatchObject({
      outcome: 'refused',
    });
  });

  it('can be done by whoever has access', () => {
    const { item } = judge([early]);
    expect(renewOperation.command(item)).toBe(
      'cmctl renew shop-tls --namespace shop --context prod-1',
    );
    const ref = { ...item.ref, cluster: "it's; rm -rf" };
    expect(renewCommand({ ...item, ref })).toContain(
      `--context 'it'\\''s; rm -rf'`,
    );
  });
});
