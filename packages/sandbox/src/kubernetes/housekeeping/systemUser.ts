import { UserInfo } from '../types';

/** The server acting on its own behalf. */
export const systemUser: UserInfo = {
  name: 'system:apiserver',
  groups: ['system:masters', 'system:authenticated'],
};
