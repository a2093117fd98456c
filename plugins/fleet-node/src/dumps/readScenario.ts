import { Status, STATUSES } from '@slipway/backstage-plugin-fleet-common';
import { listOf, recordOf, textOf, timeOf, valueAt } from '../rows';
import { TextDocument } from './readDocuments';
import { Expectation, Scenario } from './Scenario';
import { UnreadableTextError } from './UnreadableTextError';

/** Whether a document is a scenario rather than objects. @public */
export function isScenario(document: TextDocument): boolean {
  return textOf(document.value, 'scenario') !== undefined;
}

/**
 * A scenario of the failure corpus.
 *
 * @throws UnreadableTextError when something that it must have is missing
 * @public
 */
export function readScenario(document: TextDocument): Scenario {
  const { value, line } = document;
  const need = <T>(name: string, found: T | undefined): T => {
    if (found === undefined) {
      throw new UnreadableTextError(
        `The scenario has no valid "${name}"`,
        line,
      );
    }
    return found;
  };
  return {
    name: need('scenario', textOf(value, 'scenario')),
    domain: need('domain', textOf(value, 'domain')),
    now: need('now', timeOf(value, 'now')),
    clusters: listOf(value, 'clusters').map(cluster => ({
      name: need('clusters[].name', textOf(cluster, 'name')),
      objects: listOf(cluster, 'objects').map(object => recordOf(object)),
      reachable: valueAt(cluster, 'reachable') !== false,
      lastContact: timeOf(cluster, 'lastContact'),
      forbidden: textsIn(cluster, 'forbidden'),
    })),
    expect: listOf(value, 'expect').map(entry => ({
      subject: need('expect[].subject', textOf(entry, 'subject')),
      status: need('expect[].status', statusOf(entry)),
      ...readFinding(entry),
    })),
    silent: textsIn(value, 'silent'),
    document: value,
  };
}

function readFinding(entry: unknown): Omit<Expectation, 'subject' | 'status'> {
  return {
    cause: textOf(entry, 'cause'),
    evidence: textOf(entry, 'evidence'),
    says: textsIn(entry, 'says'),
    impact:
      valueAt(entry, 'impact') === undefined
        ? undefined
        : textsIn(entry, 'impact'),
  };
}

function statusOf(entry: unknown): Status | undefined {
  const text = textOf(entry, 'status');
  return STATUSES.find(status => status === text);
}

function textsIn(value: unknown, field: string): string[] {
  return listOf(value, field).filter(
    (entry): entry is string => typeof entry === 'string',
  );
}
