import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Flex, Select, TextField } from '@backstage/ui';
import { useEffect } from 'react';
import { describeRepositoryProblem } from './describeRepositoryProblem';
import { readGithubHosts } from './readGithubHosts';
import {
  formatRepositoryUrl,
  parseRepositoryUrl,
  RepositoryParts,
} from './repositoryUrl';
import { repositorySchema } from './schema';

/**
 * Backstage's repository picker asks for everything and knows no host unless
 * the template names it. This one proposes the host in configuration, the
 * first allowed organisation, and the name that the service was given.
 */
export function RepositoryPicker(props: typeof repositorySchema.TProps) {
  const { formContext, formData, onChange, rawErrors, uiSchema } = props;
  const options = uiSchema?.['ui:options'] ?? {};
  const config = useApi(configApiRef);
  const hosts = options.allowedHosts ?? readGithubHosts(config);
  const owners = options.allowedOwners ?? [];
  const serviceName: unknown = formContext?.formData?.name;
  const value = parseRepositoryUrl(formData);

  const change = (parts: Partial<RepositoryParts>) =>
    onChange(formatRepositoryUrl({ ...value, ...parts }));

  useEffect(() => {
    if (formData === undefined) {
      onChange(
        formatRepositoryUrl({
          host: hosts[0] ?? '',
          owner: owners[0] ?? '',
          name: typeof serviceName === 'string' ? serviceName : '',
        }),
      );
    }
  });

  const problem = value.name && describeRepositoryProblem(value.name);
  // The form says below what it has found on "Next". A field that the browser
  // holds for invalid would keep it from looking again.
  const isReported = rawErrors?.includes(problem ?? '');

  const ownerLabel = options.ownerLabel ?? 'Organisation';
  return (
    <Flex direction="column" gap="4">
      {hosts.length > 1 && (
        <Select
          label="Host"
          options={hosts.map(host => ({ value: host, label: host }))}
          value={value.host}
          onChange={host => change({ host: String(host) })}
        />
      )}
      {owners.length > 0 ? (
        <Select
          label={ownerLabel}
          options={owners.map(owner => ({ value: owner, label: owner }))}
          value={value.owner}
          onChange={owner => change({ owner: String(owner) })}
        />
      ) : (
        <TextField
          label={ownerLabel}
          isRequired
          validationBehavior="aria"
          value={value.owner}
          onChange={owner => change({ owner })}
        />
      )}
      <TextField
        label={options.repoLabel ?? 'Repository name'}
        isRequired
        value={value.name}
        onChange={name => change({ name })}
        isInvalid={isReported ? true : undefined}
        validationBehavior="aria"
        validate={() => problem}
        description={`${value.host}/${value.owner}/${value.name}`}
      />
    </Flex>
  );
}
