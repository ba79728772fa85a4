import { Button } from '@fluentui/react-components';
import type { Session } from '../../app/session-state';
import { areaName } from '../../core/read/pointed-area';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';

/** The way to a table that was not found, or to another one: the officer selects it in Excel. Whatever was chosen so is said, with the way back. */
export const PointedTable = ({ session, hint }: { readonly session: Session; readonly hint: string }) => {
  const shared = useSharedStyles();
  const { nothing } = useWords().results;
  const { readSelection } = session;
  if (readSelection === null) return null;
  const { area } = session.options();
  return (
    <section className={shared.card} aria-label={nothing.usePointed}>
      {area !== undefined && <p className={shared.text}>{nothing.pointedTo(areaName(area))}</p>}
      <p className={shared.text}>{hint}</p>
      <Button onClick={() => void readSelection()}>{nothing.usePointed}</Button>
      {area !== undefined && (
        <Button onClick={() => void session.analyze({ area: undefined, year: undefined })}>
          {nothing.readAll}
        </Button>
      )}
    </section>
  );
};
