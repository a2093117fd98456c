import { Card, CardBody, Flex, Text } from '@backstage/ui';
import type { ReactElement } from 'react';

/** One thing to try, as a card that is a link. */
export function TryCard(props: {
  icon: ReactElement;
  title: string;
  text: string;
  href: string;
}) {
  return (
    <Card href={props.href} label={props.title}>
      <CardBody>
        <Flex direction="column" gap="2">
          {props.icon}
          <Text as="h3" variant="title-x-small" weight="bold">
            {props.title}
          </Text>
          <Text>{props.text}</Text>
        </Flex>
      </CardBody>
    </Card>
  );
}
