import { SignInPage } from '@backstage/core-components';
import { githubAuthApiRef } from '@backstage/core-plugin-api';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { readSandboxUsers } from './readSandboxUsers';
import { SandboxSignInPage } from './SandboxSignInPage';

const github = {
  id: 'github-auth-provider',
  title: 'GitHub',
  message: 'Sign in with your GitHub account',
  apiRef: githubAuthApiRef,
};

/** Decides by configuration how people sign in. */
export function SlipwaySignInPage(props: SignInPageProps) {
  const users = readSandboxUsers(useApi(configApiRef));
  return users.length > 0 ? (
    <SandboxSignInPage users={users} onSignInSuccess={props.onSignInSuccess} />
  ) : (
    <SignInPage provider={github} onSignInSuccess={props.onSignInSuccess} />
  );
}
