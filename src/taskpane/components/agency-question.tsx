import { Button, Field, Input, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { Landing } from '../focus';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';

/** More are found by name. */
const MOST_AGENCIES = 20;

/** Letters alone: officers leave out blanks, or type one more. */
const plain = (text: string): string => text.replace(/\s/g, '').toLowerCase();

/** Which of several agencies is meant: all of them at once, or one that is chosen or found by its name. */
export const AgencyQuestion = ({
  question,
  agencies,
  onAll,
  onChoose,
}: {
  readonly question: string;
  readonly agencies: readonly string[];
  readonly onAll: () => void;
  readonly onChoose: (agency: string) => void;
}) => {
  const shared = useSharedStyles();
  const { results, messages } = useWords();
  const { many } = messages;
  const [sought, setSought] = useState('');
  const found = agencies.filter((agency) => plain(agency).includes(plain(sought)));
  const shown = found.slice(0, MOST_AGENCIES);
  const isLong = agencies.length > MOST_AGENCIES;
  return (
    <main className={mergeClasses(shared.middle, shared.column, shared.padded)}>
      <Landing as="h1" className={shared.heading}>
        {question}
      </Landing>
      <Button appearance="primary" size="large" onClick={onAll}>
        {many.all}
      </Button>
      <p className={shared.text}>{many.allHint(agencies.length)}</p>
      <h2 className={shared.subheading}>{many.orOne}</h2>
      {isLong && (
        <Field className={shared.field} label={many.find}>
          <Input
            type="search"
            value={sought}
            onChange={(_, { value }) => {
              setSought(value);
            }}
          />
        </Field>
      )}
      {isLong && (
        <p role="status" className={shared.quiet}>
          {many.shown(shown.length, found.length)}
        </p>
      )}
      {shown.map((agency) => (
        <Button
          key={agency}
          onClick={() => {
            onChoose(agency);
          }}
        >
          {results.choose(agency)}
        </Button>
      ))}
    </main>
  );
};
