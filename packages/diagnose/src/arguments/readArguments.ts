import { parseArgs } from 'node:util';
import {
  FleetDomain,
  timeOf,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { InputError } from '../InputError';
import { messageOf } from '../messageOf';
import { DiagnoseArguments, NamedFile } from './DiagnoseArguments';

/** Name of the cluster of dumps that nobody named. */
const UNNAMED = 'cluster';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  domain: { type: 'string', multiple: true, default: [] as string[] },
  now: { type: 'string' },
  cluster: { type: 'string', multiple: true, default: [] as string[] },
  complete: { type: 'boolean', default: false },
  context: { type: 'string' },
  kubeconfig: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/**
 * @throws InputError when they make no sense
 */
export function readArguments(
  argv: string[],
  domains: FleetDomain[],
): DiagnoseArguments {
  const { values, positionals } = parse(argv);
  const { help, json, complete, context, kubeconfig } = values;
  const files = [
    ...values.cluster.map(readNamedFile),
    ...positionals.map(file => ({ cluster: UNNAMED, file })),
  ];
  const isLive = context !== undefined || kubeconfig !== undefined;
  if (!help && isLive === files.length > 0) {
    throw new InputError(
      'Give either files or a live cluster (--context); see --help',
    );
  }
  return {
    help,
    json,
    complete,
    files,
    domains: readDomains(values.domain, domains),
    now: values.now === undefined ? undefined : readTime(values.now),
    live: isLive ? { context, kubeconfig } : undefined,
  };
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new InputError(`${messageOf(error)}; see --help`);
  }
}

function readNamedFile(argument: string): NamedFile {
  const [, cluster, file] = /^([^/=]+)=(.+)$/.exec(argument) ?? [];
  if (!cluster || !file) {
    throw new InputError(`--cluster takes NAME=FILE, not "${argument}"`);
  }
  return { cluster, file };
}

function readDomains(asked: string[], domains: FleetDomain[]): string[] {
  const known = domains.map(({ id }) => id);
  const unknown = asked.find(id => !known.includes(id));
  if (unknown !== undefined) {
    throw new InputError(
      `There is no domain "${unknown}", only ${known.join(', ')}`,
    );
  }
  return asked.length > 0 ? asked : known;
}

function readTime(text: string): Date {
  const time = timeOf(text);
  if (!time) {
    throw new InputError(
      `--now takes a time such as 2026-11-22T10:00:00Z, not "${text}"`,
    );
  }
  return new Date(time);
}
