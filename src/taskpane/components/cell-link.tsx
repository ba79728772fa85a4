import { Link } from '@fluentui/react-components';
import { cellName, type CellRef } from '../../core/cell-address';
import { useWords } from '../words';

/** Leads to a cell of the workbook. */
export const CellLink = ({
  cell,
  isShort = false,
  onShow,
}: {
  readonly cell: CellRef;
  /** Where a heading says already that it leads to the cell. */
  readonly isShort?: boolean;
  readonly onShow: (cell: CellRef) => void;
}) => {
  const { results } = useWords();
  return (
    <Link
      as="button"
      aria-label={isShort ? results.goTo(cellName(cell)) : undefined}
      onClick={() => {
        onShow(cell);
      }}
    >
      {isShort ? cellName(cell) : results.goTo(cellName(cell))}
    </Link>
  );
};
