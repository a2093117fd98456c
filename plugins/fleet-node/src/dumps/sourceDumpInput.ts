import { Coverage } from '@slipway/backstage-plugin-fleet-common';
import { EngineInput } from '../items';
import { WatchedResource } from '../rows';
import { SourceDump } from './SourceDump';

type DumpedInput = Required<Pick<EngineInput, 'sources' | 'rows' | 'coverage'>>;

/** What a source that is no cluster held at one time. @internal */
export function sourceDumpInput(
  dump: SourceDump,
  resources: WatchedResource[],
): DumpedInput {
  const { info, records } = dump;
  const { state, lastContact } = info;
  const coverage: Coverage = {
    state: state === 'live' ? 'live' : 'stale',
    lastContact,
  };
  const told = resources.filter(
    ({ id, from }) => from === info.kind && Object.hasOwn(records, id),
  );
  return {
    sources: [info],
    rows: told.flatMap(resource =>
      records[resource.id].flatMap(
        record => resource.project(info.id, record) ?? [],
      ),
    ),
    coverage: told.map(({ id }) => ({
      source: info.id,
      resource: id,
      coverage,
    })),
  };
}
