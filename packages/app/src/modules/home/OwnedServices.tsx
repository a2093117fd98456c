import { Progress, ResponseErrorPanel } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { useOwnedServices } from './useOwnedServices';

/** The components of the reader's own teams. */
export function OwnedServices() {
  const { services, error } = useOwnedServices();
  return (
    <Card>
      <CardHeader>
        <Text as="h3" variant="title-x-small" weight="bold">
          Yours and your teams'
        </Text>
      </CardHeader>
      <CardBody>
        {error && <ResponseErrorPanel error={error} />}
        {!error && !services && <Progress />}
        {services?.length === 0 && (
          <Text>Nothing yet. A service that you create appears here.</Text>
        )}
        {services && services.length > 0 && (
          <Flex direction="column" gap="3">
            {services.map(service => (
              <Flex key={service.metadata.uid} direction="column" gap="0.5">
                <EntityRefLink entityRef={service} defaultKind="component" />
                {service.metadata.description && (
                  <Text variant="body-small">
                    {service.metadata.description}
                  </Text>
                )}
              </Flex>
            ))}
          </Flex>
        )}
      </CardBody>
    </Card>
  );
}
