import fs from 'node:fs';
import path from 'node:path';
import { domain } from '../domain';
import { conclusionMatching } from './conclusionMatching';
import { conclusionOf } from './conclusionOf';
import { issuances } from './issuances';
import { judge } from './judge';
import { LabObject } from './LabObject';
import { renewals } from './renewals';

const SAMPLES = path.resolve(
  __dirname,
  '../../../../lab/samples/cert-manager-1.21.1',
);
const HAPPENED = /"(?:\w+Timestamp|last\w+Time)": "([^"]+)"/g;

// What the contract test concludes from the real cert-manager, from its records.
describe('certificates that a real cert-manager had', () => {
  it.each([...issuances, ...renewals])(
    '$state',
    async ({ state, certificate, concludes, later }) => {
      const text = fs.readFileSync(path.join(SAMPLES, `${state}.json`), 'utf8');
      const { items } = JSON.parse(text);
      const times = [...text.matchAll(HAPPENED)].map(([, time]) => time);
      const recordedAt = Date.parse(times.sort().at(-1) ?? '');
      const expected = [{ minutes: 0, ...concludes }, later ?? []].flat();
      const judged = await Promise.all(
        expected.map(({ minutes }) =>
          judge({
            domain,
            list: async ({ kind }) => ({
              state: 'live',
              objects: items.filter((item: LabObject) => item.kind === kind),
            }),
            now: new Date(recordedAt + minutes * 60_000),
            namespace: 'lab',
            name: certificate,
          }),
        ),
      );
      const concluded = judged.map(({ item }) => conclusionOf(item));
      expect(concluded).toEqual(expected.map(conclusionMatching));
    },
  );
});
