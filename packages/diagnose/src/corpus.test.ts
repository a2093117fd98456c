import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  readDocuments,
  readScenario,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { Conclusion } from './conclusions/Conclusion';
import { domains } from './domains';
import { runDiagnose } from './testing/runDiagnose';

const corpus = path.resolve(__dirname, '../../../corpus');
const scenarios = domains.flatMap(({ id }) =>
  readdirSync(path.join(corpus, id)).map(name => [id, name]),
);

describe('the command line agrees with the experts', () => {
  it.each(scenarios)('about %s/%s', async (domain, name) => {
    const file = path.join(corpus, domain, name);
    const [document] = readDocuments(readFileSync(file, 'utf8'));
    const expected = readScenario(document).expect.filter(
      ({ status }) => status !== 'healthy',
    );
    const run = await runDiagnose(domains, '--json', '--domain', domain, file);
    expect(run).toMatchObject({ code: 0, err: '' });
    const { items } = JSON.parse(run.out) as { items: Conclusion[] };
    const ill = items.filter(({ status }) => status !== 'healthy');
    expect(ill.map(({ subject }) => subject).sort()).toEqual(
      expected.map(({ subject }) => subject).sort(),
    );
    for (const entry of expected) {
      const item = ill.find(({ subject }) => subject === entry.subject);
      expect(item).toMatchObject({ status: entry.status, cause: entry.cause });
      expect(item?.evidence).toBe(entry.evidence ?? item?.evidence);
      entry.says.forEach(text => expect(item?.says).toContain(text));
      expect(item?.impact).toEqual(entry.impact?.toSorted() ?? item?.impact);
      expect(item?.root).toBeTruthy();
      expect(item?.advice).toBeTruthy();
    }
  });
});
