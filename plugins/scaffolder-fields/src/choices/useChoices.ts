import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { useCallback, useEffect, useState } from 'react';
import { Choice } from './Choice';
import { Choices } from './Choices';
import { readRefusal } from './readRefusal';

export interface ChoicesQuestion {
  /** As the provider calls it, for example `flavors`. */
  resource: string;
  /**
   * What has to be known to ask. Nothing is asked while a part of it is not.
   */
  context: Record<string, string | undefined>;
}

interface Answer {
  key: string;
  choices: Choices;
}

/** Asks the clouds what may be chosen, again when the question changes. */
export function useChoices(question: ChoicesQuestion): Choices {
  const { resource, context } = question;
  const key = JSON.stringify([resource, context]);
  const isAsked = Object.values(context).every(Boolean);
  const scaffolder = useApi(scaffolderApiRef);
  const identity = useApi(identityApiRef);
  const [answer, setAnswer] = useState<Answer>();
  const [attempt, setAttempt] = useState(0);

  const retry = useCallback(() => {
    setAnswer(undefined);
    setAttempt(count => count + 1);
  }, []);

  useEffect(() => {
    const abort = new AbortController();
    const [askedResource, askedContext] = JSON.parse(key);
    const ask = async (): Promise<Choices> => {
      try {
        const { token } = await identity.getCredentials();
        const { results } = await scaffolder.autocomplete({
          provider: 'magnum',
          resource: askedResource,
          // Without one the backend says that somebody has to sign in.
          token: token ?? '',
          context: askedContext,
        });
        return { outcome: 'known', choices: results.map(toChoice) };
      } catch (error) {
        return { ...readRefusal(error), retry };
      }
    };
    if (isAsked) {
      ask().then(choices => {
        if (!abort.signal.aborted) {
          setAnswer({ key, choices });
        }
      });
    }
    return () => abort.abort();
  }, [scaffolder, identity, key, isAsked, attempt, retry]);

  if (!isAsked) {
    return { outcome: 'not-asked' };
  }
  return answer?.key === key ? answer.choices : { outcome: 'loading' };
}

function toChoice(result: { id: string; title?: string }): Choice {
  return { ...result, title: result.title ?? result.id };
}
