import { Link } from '@fluentui/react-components';
import { cellName, type CellRef } from '../../core/cell-address';
import { useWords } from '../words';

/** Leads to a cell of the workbook. */
export const CellLink = ({
  cell,
  onShow,
}: {
  readonly cell: CellRef;
  readonly onShow: (cell: CellRef) => void;
}) => {
  const { results } = useWords();
  return (
    <Link
      as="button"
      onClick={() => {
        onShow(cell);
      }}
    >
      {results.goTo(cellName(cell))}
    </Link>
  );
};
