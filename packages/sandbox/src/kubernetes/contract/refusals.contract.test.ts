import fs from 'node:fs';
import path from 'node:path';
import { Answer, ContractClient } from './ContractClient';

/** An object that cannot be created, and what Kubernetes 1.36.3 says to it. */
interface Refusal {
  /** `NAMESPACE` stands for the test's own. */
  path: string;
  object: Answer;
  code: number;
  causes?: { reason: string; message: string; field: string }[];
  /** Of refusals without causes. */
  message?: string;
}

// Recorded, one a line: as code they would fill thousands of lines.
const refusals: Refusal[] = fs
  .readFileSync(path.join(__dirname, 'refusals.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line));

describe('invalid objects', () => {
  let api: ContractClient;
  let namespace: string;
  beforeAll(async () => {
    api = await ContractClient.open();
    namespace = await api.namespace();
  });
  afterAll(() => api.close());

  it.each(
    refusals.map((refusal): [string, Refusal] => [
      `${refusal.object.kind}: ${
        refusal.message ??
        refusal.causes!.map(({ field, reason }) => `${field} ${reason}`)
      }`.slice(0, 150),
      refusal,
    ]),
  )('are refused in the same words: %s', async (_, refusal) => {
    const where = refusal.path.replace('NAMESPACE', namespace);
    const { status, body } = await api.post(
      `${where}?dryRun=All`,
      refusal.object,
    );
    expect(status).toBe(refusal.code);
    expect(body).toMatchObject(
      refusal.causes
        ? { reason: 'Invalid', details: { causes: refusal.causes } }
        : { reason: 'BadRequest', message: refusal.message },
    );
  });
});
