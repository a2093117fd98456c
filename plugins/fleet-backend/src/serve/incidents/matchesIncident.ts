import { ServedIncident } from '@slipway/backstage-plugin-fleet-common';
import { Access } from '../access/Access';
import { matchesGroup, MatchesGroupOptions } from '../items/matchesGroup';
import { matchesItem } from '../items/matchesItem';
import { textWords } from '../items/textWords';
import { IncidentRecord } from './IncidentRecord';
import type { IncidentsFilter } from './listIncidents';

/**
 * Makes a test that gives the incident as it is served when it matches. Only
 * what the caller sees of it can match.
 */
export function matchesIncident(
  filter: IncidentsFilter,
  options: { access: Access } & MatchesGroupOptions,
): (record: IncidentRecord) => ServedIncident | undefined {
  const { access } = options;
  const { state = 'open', status, root, text, cause, ...members } = filter;
  const words = textWords(text);
  const hasMember = memberTest(members, options);
  const hasMemberOfCause = memberTest({ ...members, cause }, options);
  return record => {
    const closed = record.incident.closedAt !== undefined;
    if (
      (state !== 'all' && closed !== (state === 'closed')) ||
      (root !== undefined && record.incident.root !== root)
    ) {
      return undefined;
    }
    const served = record.serve(access);
    return served &&
      (status === undefined || status.includes(served.status)) &&
      (words.length === 0 || saysAll(served, words)) &&
      // Those of a closed one are healthy again.
      (served.cause === cause ? hasMember(record) : hasMemberOfCause(record))
      ? served
      : undefined;
  };
}

function memberTest(
  filter: Omit<IncidentsFilter, 'state' | 'status' | 'root' | 'text'>,
  options: { access: Access } & MatchesGroupOptions,
): (record: IncidentRecord) => boolean {
  if (Object.values(filter).every(value => value === undefined)) {
    return () => true;
  }
  const inGroup = matchesGroup(filter, options);
  const matches = matchesItem(filter);
  return record => {
    for (const [group, ids] of record.seenMembers(options.access)) {
      if (
        inGroup(group) &&
        ids.some(id => {
          const entry = group.entries.get(id);
          return entry && (!matches || matches(entry));
        })
      ) {
        return true;
      }
    }
    return false;
  };
}

function saysAll(incident: ServedIncident, words: string[]): boolean {
  const { title, says, cause, root, visible, impact } = incident;
  const haystack = [
    title,
    says,
    cause,
    root,
    ...visible.flatMap(({ id, name }) => [id, name]),
    ...impact,
  ]
    .join('\n')
    .toLocaleLowerCase('en-US');
  return words.every(word => haystack.includes(word));
}
