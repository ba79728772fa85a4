import { withoutWordBreaks, withWordBreaks } from '../../src/workbench/grid/word-breaks';

test('lines may end between Thai words, and the text is the same without these places', () => {
  const text = '1. ย่อแผนการใช้จ่ายงบประมาณ (IIT) น้ำใจ';
  const broken = withWordBreaks(text);
  expect(broken).toContain('การ\u200Bใช้');
  expect(broken).not.toContain('\u200B ');
  expect(broken).toContain('(IIT)');
  expect(withoutWordBreaks(broken)).toBe(text);
  expect(withWordBreaks('OIT 43')).toBe('OIT 43');
});
