import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Flex, Select, Text, TextField } from '@backstage/ui';
import { useEffect } from 'react';
import {
  formatRepositoryUrl,
  parseRepositoryUrl,
  whyNotRepositoryName,
} from '../../repositoryUrl';
import type { ServiceRepositoryPickerOptions } from './field';

const GITHUB = 'github.com';

/** Props of {@link ServiceRepositoryPicker}. */
export type ServiceRepositoryPickerProps = FieldExtensionComponentProps<
  string,
  ServiceRepositoryPickerOptions
>;

/** Host, organisation and name of a repository that begins with the service's name. */
export function ServiceRepositoryPicker(props: ServiceRepositoryPickerProps) {
  const { formData = '', formContext, onChange, uiSchema } = props;
  const { allowedOwners = [], nameFrom = 'name' } =
    uiSchema['ui:options'] ?? {};
  const hosts = useApi(configApiRef)
    .getOptionalConfigArray('integrations.github')
    ?.map(config => config.getOptionalString('host') ?? GITHUB) ?? [GITHUB];
  const parsed = parseRepositoryUrl(formData);
  const place = {
    host: parsed.host ?? hosts[0] ?? GITHUB,
    owner: parsed.owner ?? allowedOwners[0] ?? '',
    repo: parsed.repo ?? String(formContext?.formData?.[nameFrom] ?? ''),
  };
  const complete = formatRepositoryUrl(place);

  // The defaults are the value, also of someone who only clicks through.
  useEffect(() => {
    if (complete !== formData) {
      onChange(complete);
    }
  }, [complete, formData, onChange]);

  const problem = whyNotRepositoryName(place.repo);
  const change = (part: Partial<typeof place>) =>
    onChange(formatRepositoryUrl({ ...place, ...part }));

  return (
    <Flex direction="column" gap="4">
      {hosts.length > 1 && (
        <Select
          label="Host"
          selectedKey={place.host}
          onSelectionChange={key => change({ host: String(key) })}
          options={hosts.map(host => ({ value: host, label: host }))}
        />
      )}
      {allowedOwners.length > 1 && (
        <Select
          label="Organisation"
          selectedKey={place.owner}
          onSelectionChange={key => change({ owner: String(key) })}
          options={allowedOwners.map(owner => ({ value: owner, label: owner }))}
        />
      )}
      <TextField
        label="Repository name"
        description={`Will be ${place.host}/${place.owner}/${place.repo}`}
        value={place.repo}
        onChange={repo => change({ repo })}
        isInvalid={problem !== undefined}
        isRequired
      />
      {problem && (
        <Text role="alert" color="danger">
          {problem}
        </Text>
      )}
    </Flex>
  );
}
