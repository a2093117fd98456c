import { UserInfo } from '../types';
import { ReviewContext } from './ReviewContext';

/** Who the caller is: `kubectl auth whoami`. */
export function reviewSelf({ request }: ReviewContext) {
  return { userInfo: toUserInfo(request.user) };
}

/** Whose a token is. */
export function reviewToken({ server, spec }: ReviewContext) {
  try {
    const user = server.authenticator.identify({
      authorization: `Bearer ${spec.token ?? ''}`,
    });
    return { authenticated: true, user: toUserInfo(user) };
  } catch {
    return { user: {}, error: 'invalid bearer token' };
  }
}

function toUserInfo({ name, uid, groups, extra }: UserInfo) {
  return {
    username: name,
    ...(uid && { uid }),
    groups,
    ...(extra && { extra }),
  };
}
