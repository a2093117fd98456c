import { Status } from '@slipway/backstage-plugin-fleet-common';
import { fakeFinding } from '@slipway/backstage-plugin-fleet-react/testUtils';
import { fakeDetails } from '../../__testUtils__/fakeCertificate';
import { chooseSentence } from './chooseSentence';

const NOW = Date.parse('2026-03-01T00:00:00Z');
const details = fakeDetails({
  notAfter: '2026-04-01T00:00:00Z',
  renewalTime: '2026-03-10T00:00:00Z',
});
const never = fakeDetails({ notAfter: undefined, renewalTime: undefined });
const choose = (status: Status, of = details, until?: string) =>
  chooseSentence(
    { status, details: of, finding: fakeFinding({ status, until }) },
    NOW,
  );

describe('chooseSentence', () => {
  it('answers each status', () => {
    expect(choose('healthy')).toBe('valid');
    expect(choose('at-risk', details, details.notAfter)).toBe('atRisk');
    expect(choose('progressing')).toBe('issuingAgain');
    expect(choose('progressing', never)).toBe('issuingSoon');
    expect(
      choose('progressing', { ...never, issuingSince: '2026-02-28T23:58:00Z' }),
    ).toBe('issuing');
    expect(choose('failing', never)).toBe('notIssued');
    expect(choose('degraded')).toBe('broken');
    expect(choose('unknown')).toBe('unknown');
    expect(choose('unknown', never)).toBe('unknownAge');
  });

  it('lets the clock decide what has expired', () => {
    const past = { ...details, notAfter: '2026-02-28T00:00:00Z' };
    expect(choose('failing', past)).toBe('expired');
    expect(choose('progressing', past)).toBe('expired');
    expect(choose('unknown', past)).toBe('unknown');
  });

  it('says no date where there is none', () => {
    expect(choose('at-risk')).toBe('broken');
    expect(choose('healthy', never)).toBe('validForever');
  });
});
