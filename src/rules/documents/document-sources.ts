import type { DocumentSources } from '../../core/report/documents/plan-documents';
import { measureLibrary } from '../measure-library';
import { ruleSets } from '../rule-sets';
import { calendarRows } from './calendar';
import { measuresDemands, resultsDemands } from './demands';
import { indicatorAims } from './indicator-aims';
import { documentLayouts } from './layouts';
import { limitSuggestions } from './limits';
import { oitElements2566 } from './oit-elements';

/** Everything that documents are made from besides the scores. */
export const documentSources: DocumentSources = {
  library: measureLibrary,
  data: {
    layouts: documentLayouts,
    oitElements: [oitElements2566],
    indicatorAims,
    calendar: calendarRows,
    limits: limitSuggestions,
  },
  demands: measuresDemands,
  resultsDemands,
  ruleSets,
};
