import { Alert, Flex, Select, TextField } from '@backstage/ui';
import { ReactNode, useEffect, useState } from 'react';
import { Choice, Choices, findChoice } from '../../choices';
import { LookupProblem } from './LookupProblem';

export interface ChoiceFieldProps {
  label: string;
  description?: string;
  isRequired?: boolean;
  /** What the form has found wrong. */
  rawErrors?: string[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  choices: Choices;
  /** How a choice is shown, if not by its title alone. */
  describe?: (choice: Choice) => {
    label?: string;
    description?: string;
    disabled?: boolean;
  };
  /** What it means to choose nothing, where that is possible. */
  none?: string;
  /** Chosen while nothing is. */
  preselected?: string;
  /** What has to be filled in before. */
  waitsFor?: string;
  /** Said instead of an empty list. */
  empty: string;
  /** Notes on what was chosen. */
  children?: ReactNode;
}

/** No id of a choice looks like this. */
const NONE = '\u0000none';

/**
 * One of what a cloud has. While it does not answer, the value can be typed, so
 * that nobody is kept from ordering by a look-up.
 */
export function ChoiceField(props: ChoiceFieldProps) {
  const { choices, label, description, isRequired, preselected } = props;
  const { value, onChange } = props;
  const [dropped, setDropped] = useState<string>();
  const known = choices.outcome === 'known' ? choices.choices : undefined;
  const chosen = findChoice(known ?? [], value);
  const change = (next: string | undefined) => {
    setDropped(undefined);
    onChange(next);
  };

  useEffect(() => {
    // An empty list means that values are typed.
    if (!known || known.length === 0) {
      return;
    }
    if (chosen && chosen.id !== value) {
      onChange(chosen.id);
    } else if (value && !chosen) {
      setDropped(value);
      onChange(undefined);
    } else if (!value && preselected) {
      onChange(preselected);
    }
  }, [known, chosen, value, preselected, onChange]);

  const common = {
    label,
    description,
    isRequired,
    isInvalid: (!value && Boolean(props.rawErrors?.length)) || undefined,
    // A field that the browser holds for invalid would keep the form from
    // looking again.
    validationBehavior: 'aria',
  } as const;

  if (choices.outcome === 'not-allowed') {
    return <LookupProblem label={label} problem={choices} />;
  }
  if (choices.outcome === 'failed' || known?.length === 0) {
    return (
      <Flex direction="column" gap="2">
        {choices.outcome === 'failed' ? (
          <LookupProblem label={label} problem={choices} />
        ) : (
          <Alert status="info" icon role="status" title={props.empty} />
        )}
        <TextField
          {...common}
          value={value ?? ''}
          onChange={text => change(text || undefined)}
        />
        {props.children}
      </Flex>
    );
  }
  const none = props.none ? [{ id: NONE, label: props.none }] : [];
  return (
    <Flex direction="column" gap="2">
      <Select
        {...common}
        placeholder={placeholderOf(props)}
        isDisabled={!known}
        options={[
          ...none,
          ...(known ?? []).map(choice => ({
            id: choice.id,
            label: choice.title,
            ...props.describe?.(choice),
          })),
        ]}
        value={chosen?.id ?? (known && props.none ? NONE : null)}
        onChange={key =>
          change(key === NONE || key === null ? undefined : String(key))
        }
      />
      {dropped && (
        <Alert
          status="warning"
          icon
          role="status"
          title={`"${dropped}" is not to be had here. Look at what is chosen now.`}
        />
      )}
      {props.children}
    </Flex>
  );
}

function placeholderOf({ choices, waitsFor }: ChoiceFieldProps): string {
  if (choices.outcome === 'not-asked') {
    return `Choose ${waitsFor ?? 'the field before'} first`;
  }
  return choices.outcome === 'loading' ? 'Asking the cloud …' : 'Choose one';
}
