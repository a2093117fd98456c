import { ProxiedSignInPage } from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useState } from 'react';
import { chosenUser } from './chosenUser';
import type { SandboxUser } from './readSandboxUsers';
import { SandboxSignInError } from './SandboxSignInError';
import { SandboxUserPicker } from './SandboxUserPicker';
import { withSignOut } from './withSignOut';

/** Asks who one wants to be, unless that was chosen before. */
export function SandboxSignInPage(props: {
  users: SandboxUser[];
  onSignInSuccess: SignInPageProps['onSignInSuccess'];
}) {
  const { users, onSignInSuccess } = props;
  const [name, setName] = useState(chosenUser.get);
  const user = users.find(candidate => candidate.name === name);

  const choose = (chosen: SandboxUser) => {
    chosenUser.set(chosen.name);
    setName(chosen.name);
  };
  const forget = () => {
    chosenUser.clear();
    setName(undefined);
  };

  if (!user) {
    return <SandboxUserPicker users={users} onChoose={choose} />;
  }
  return (
    <ProxiedSignInPage
      provider="sandbox"
      headers={{ 'x-slipway-sandbox-user': user.name }}
      ErrorComponent={({ error }) => (
        <SandboxSignInError user={user} error={error} onBack={forget} />
      )}
      onSignInSuccess={identity =>
        onSignInSuccess(withSignOut(identity, chosenUser.clear))
      }
    />
  );
}
