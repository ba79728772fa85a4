import { Button, Field, mergeClasses, Select } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Session } from '../../app/session-state';
import type { CellRef } from '../../core/cell-address';
import { ruleSets } from '../../rules/rule-sets';
import type { Surface } from '../surface';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';
import { CellLink } from './cell-link';
import { Sentence } from './notice-views';
import { PointedTable } from './pointed-table';
import { SampleButton } from './start-views';

/** Nothing that can be assessed: what was looked for, and the ways on. */
export const NothingFoundView = ({
  session,
  sentence,
  cell,
  hasForm,
  openSample,
  onAgain,
  onForm,
  children,
}: {
  readonly session: Session;
  readonly sentence: string;
  /** Where the officer sees what is in the way. */
  readonly cell: CellRef | null;
  readonly hasForm: boolean;
  readonly openSample: Surface['openSample'];
  readonly onAgain: () => void;
  readonly onForm: (fiscalYear: number) => void;
  /** Further ways on. */
  readonly children: ReactNode;
}) => {
  const shared = useSharedStyles();
  const { texts, results } = useWords();
  const years = [...ruleSets.supportedYears].reverse();
  const [year, setYear] = useState(years[0] ?? 0);
  return (
    <main className={mergeClasses(shared.middle, shared.column, shared.padded)}>
      <Sentence key={sentence} intent="warning" sentence={sentence} />
      {cell !== null && <CellLink cell={cell} onShow={(shown) => void session.show(shown)} />}
      <Button appearance="primary" onClick={onAgain}>
        {results.again}
      </Button>
      <PointedTable session={session} hint={results.nothing.point} />
      {hasForm && (
        <section className={shared.card} aria-label={results.nothing.addForm}>
          <p className={shared.text}>{results.nothing.wayOn}</p>
          <Field className={shared.field} label={results.nothing.formYear}>
            <Select
              value={year}
              onChange={(_, { value }) => {
                setYear(Number(value));
              }}
            >
              {years.map((each) => (
                <option key={each} value={each}>
                  {results.count(each)}
                </option>
              ))}
            </Select>
          </Field>
          <Button
            onClick={() => {
              onForm(year);
            }}
          >
            {results.nothing.addForm}
          </Button>
        </section>
      )}
      {children}
      <SampleButton texts={texts} openSample={openSample} />
    </main>
  );
};
