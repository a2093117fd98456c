import { ManifestFile } from '../apply';
import { ServiceManifestOptions } from './ServiceManifestOptions';

const BEGIN = '# services: begin';
const END = '# services: end';

/**
 * Who approves changes of a service: its owners, and where an environment has
 * approvers, those. Only the lines of this service between the marks are ours.
 */
export function renderCodeowners(
  options: ServiceManifestOptions,
): ManifestFile {
  return {
    path: 'CODEOWNERS',
    content(current = '') {
      const lines = current.split('\n');
      const begin = lines.indexOf(BEGIN);
      const end = lines.indexOf(END);
      if (begin < 0 || end < begin) {
        const before = current.replace(/\n*$/, current ? '\n\n' : '');
        return `${before}${[BEGIN, ...linesOf(options), END].join('\n')}\n`;
      }
      const others = lines
        .slice(begin + 1, end)
        .filter(line => !line.startsWith(`/services/${options.service.name}/`));
      return [
        ...lines.slice(0, begin + 1),
        ...merge(others, linesOf(options)),
        ...lines.slice(end),
      ].join('\n');
    },
  };
}

/** By service, in alphabetical order; within a service the order decides. */
function merge(others: string[], own: string[]): string[] {
  const at = others.findIndex(line => line > own[0]);
  const place = at < 0 ? others.length : at;
  return [...others.slice(0, place), ...own, ...others.slice(place)];
}

function linesOf(options: ServiceManifestOptions): string[] {
  const { environments, platform, service } = options;
  const rule = (path: string, teams: string[]) =>
    `/services/${service.name}/${path}  ${teams
      .map(team => `@${platform.owner}/${team}`)
      .join(' ')}`;
  return [
    rule('', [service.owner]),
    ...environments
      .filter(({ approvers }) => approvers.length > 0)
      .map(({ approvers, name }) => rule(`${name}/`, approvers)),
  ];
}
