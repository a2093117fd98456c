import { FleetDomain } from '../items';
import { ProblemReporter } from '../rows';
import { SourceDump } from './SourceDump';

/**
 * What domains find in a document of sources that are no Kubernetes clusters.
 * Where several tell of the same records, the first is believed.
 *
 * @public
 */
export function readSourceDumps(options: {
  document: unknown;
  domains: FleetDomain[];
  onProblem?: ProblemReporter;
}): SourceDump[] {
  const { document, domains, onProblem } = options;
  const dumps = new Map<string, SourceDump>();
  for (const domain of domains) {
    for (const dump of tryRead(domain, document, onProblem)) {
      const known = dumps.get(dump.info.id) ?? dump;
      dumps.set(dump.info.id, {
        ...known,
        records: { ...dump.records, ...known.records },
      });
    }
  }
  return [...dumps.values()];
}

function tryRead(
  domain: FleetDomain,
  document: unknown,
  onProblem: ProblemReporter | undefined,
): SourceDump[] {
  try {
    return domain.readRecords?.(document) ?? [];
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    onProblem?.({
      domain: domain.id,
      step: 'readRecords',
      subject: 'document',
      error,
    });
    return [];
  }
}
