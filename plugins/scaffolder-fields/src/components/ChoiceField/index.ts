export * from './ChoiceField';
export * from './choiceSchema';
