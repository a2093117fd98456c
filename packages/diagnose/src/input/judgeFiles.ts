import {
  DumpCluster,
  dumpInput,
  FleetDomain,
  FleetEngine,
  isScenario,
  judgeScenario,
  mergeResources,
  objectsOf,
  ProblemReporter,
  readScenario,
  readSourceDumps,
  SourceDump,
  TextDocument,
  textOf,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { DiagnoseArguments, NamedFile } from '../arguments';
import { InputError } from '../InputError';
import { Judgement } from '../Judgement';
import { readInput, withFile } from './readInput';

interface ReadFile extends NamedFile {
  documents: TextDocument[];
}

interface JudgeFilesOptions {
  asked: DiagnoseArguments;
  domains: FleetDomain[];
  now: Date;
  onProblem: ProblemReporter;
}

/** An engine that knows what files hold: dumps, or one scenario. */
export async function judgeFiles(
  options: JudgeFilesOptions,
): Promise<Judgement> {
  const { asked, domains, onProblem } = options;
  const files: ReadFile[] = [];
  for (const named of asked.files) {
    files.push({ ...named, documents: await readInput(named.file) });
  }
  const holder = files.find(({ documents }) => documents.some(isScenario));
  if (!holder) {
    return judgeDumps(files, options);
  }
  const { file, documents } = holder;
  if (files.length > 1 || documents.length > 1) {
    throw new InputError(
      `${file}:1: a scenario stands alone; give one scenario a run`,
    );
  }
  const scenario = withFile(file, () => readScenario(documents[0]));
  const now = asked.now?.toISOString() ?? scenario.now;
  return {
    engine: judgeScenario({
      scenario: { ...scenario, now },
      domains,
      onProblem,
    }),
    now: new Date(now),
  };
}

function judgeDumps(files: ReadFile[], options: JudgeFilesOptions): Judgement {
  const { asked, domains, now, onProblem } = options;
  const clusters = new Map<string, DumpCluster>();
  const sources: SourceDump[] = [];
  for (const { cluster: name, file, documents } of files) {
    const [records, others] = splitDocuments(documents, options);
    sources.push(...records);
    if (others.length === 0) {
      continue;
    }
    const objects = withFile(file, () => others.flatMap(objectsOf));
    const known = clusters.get(name)?.objects ?? [];
    clusters.set(name, {
      name,
      objects: [...known, ...objects],
      reachable: true,
      forbidden: [],
      complete: asked.complete ? 'all' : { resources: [] },
    });
  }
  const engine = FleetEngine.create({ domains, onProblem, now: () => now });
  engine.apply(
    dumpInput({
      clusters: [...clusters.values()],
      sources,
      resources: mergeResources(domains, { onProblem }),
      now,
    }),
  );
  return { engine, now };
}

/** What other sources than clusters answered, and what is left for clusters. */
function splitDocuments(
  documents: TextDocument[],
  { domains, onProblem }: JudgeFilesOptions,
): [SourceDump[], TextDocument[]] {
  const sources: SourceDump[] = [];
  const others: TextDocument[] = [];
  for (const document of documents) {
    const { value } = document;
    const found =
      Array.isArray(value) || textOf(value, 'kind') !== undefined
        ? []
        : readSourceDumps({ document: value, domains, onProblem });
    sources.push(...found);
    if (found.length === 0) {
      others.push(document);
    }
  }
  return [sources, others];
}
