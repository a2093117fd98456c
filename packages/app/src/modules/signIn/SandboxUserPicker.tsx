import { Avatar, Button, Card, CardBody, Flex, Text } from '@backstage/ui';
import { SlipwayMark } from '../nav/SlipwayMark';
import type { SandboxUser } from './readSandboxUsers';
import styles from './SandboxUserPicker.module.css';

/** The people of the sandbox, one button each. */
export function SandboxUserPicker(props: {
  users: SandboxUser[];
  onChoose: (user: SandboxUser) => void;
}) {
  return (
    <main className={styles.page}>
      <Flex direction="column" gap="6" className={styles.column}>
        <Flex align="center" gap="3">
          <SlipwayMark className={styles.mark} />
          <Text as="h1" variant="title-medium" weight="bold">
            Slipway
          </Text>
        </Flex>
        <Flex direction="column" gap="1">
          <Text as="h2" variant="title-small">
            Who do you want to be?
          </Text>
          <Text color="secondary">
            The sandbox has no passwords. Sign out, in the settings, to become
            somebody else.
          </Text>
        </Flex>
        <Flex direction="column" gap="3">
          {props.users.map(user => (
            <Card key={user.name}>
              <CardBody>
                <Flex align="center" gap="3">
                  <Avatar
                    src=""
                    name={user.displayName}
                    size="large"
                    purpose="decoration"
                  />
                  <Flex direction="column" gap="0.5" className={styles.person}>
                    <Text weight="bold">{user.displayName}</Text>
                    <Text>
                      {user.role} · {user.team}
                    </Text>
                    <Text variant="body-small">{user.name}</Text>
                  </Flex>
                  <Button
                    aria-label={`Sign in as ${user.displayName}`}
                    onPress={() => props.onChoose(user)}
                  >
                    Sign in
                  </Button>
                </Flex>
              </CardBody>
            </Card>
          ))}
        </Flex>
      </Flex>
    </main>
  );
}
