import {
  deploymentFixture,
  replicaSetFixture,
} from '../testing/replicaSetFixture';
import { REVISION, sortReplicaSets } from './ReplicaSets';
import { surplusHistory } from './surplusHistory';

describe('surplusHistory', () => {
  const old = (revision: number, replicas = 0) =>
    replicaSetFixture({
      name: `r${revision}`,
      replicas,
      annotations: { [REVISION]: String(revision) },
    });
  const names = (limit: number, sets: ReturnType<typeof old>[]) => {
    const deployment = deploymentFixture({ revisionHistoryLimit: limit });
    return surplusHistory(deployment, sortReplicaSets(deployment, sets)).map(
      set => set.metadata.name,
    );
  };

  it('gives up the oldest revisions beyond the limit', () => {
    expect(names(2, [old(10), old(9), old(2)])).toEqual(['r2']);
    expect(names(0, [old(1), old(2)])).toEqual(['r1', 'r2']);
    expect(names(10, [old(1), old(2)])).toEqual([]);
  });

  it('keeps what still has pods', () => {
    expect(names(0, [old(1, 1), old(2)])).toEqual(['r2']);
  });
});
