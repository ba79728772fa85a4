import { messagesEn } from '../../src/app/messages/en';
import { messagesTh } from '../../src/app/messages/th';
import { progressOn } from '../../src/cli/progress';

const outputOf = (isTTY: boolean, columns: number) => {
  const written: string[] = [];
  const output = {
    isTTY,
    columns,
    write: (text: string) => {
      written.push(text);
      return true;
    },
  };
  return { written, output: output };
};

const states = [0, 1, 400, 1000].map((done) => ({ done, total: 1000, unread: done >> 5, resumed: 0 }));

test.each([
  ['Thai', messagesTh, 80],
  ['Thai', messagesTh, 40],
  ['English', messagesEn, 80],
  ['English', messagesEn, 20],
])('the bar in %s never wraps', (_, messages, columns) => {
  const { written, output } = outputOf(true, columns);
  let time = 0;
  const progress = progressOn(output, messages, () => (time += 40_000));
  for (const state of states) progress.show(state);
  progress.doing(messages.collect.writing);
  progress.end();
  expect(written).toHaveLength(states.length + 2);
  const shown = written.map((text) => text.replace('\r\u001b[K', ''));
  // A terminal may give each mark above or below a Thai letter a cell of its own.
  for (const text of shown) expect(text.length).toBeLessThan(columns);
  expect(shown.at(-1)).toBe('');
  if (columns === 80) expect(shown[2]).toMatch(/^\[█+░+\] .*400\/1,000/);
});

test('the time left is told once it is more than a guess', () => {
  const { written, output } = outputOf(true, 120);
  const times = [0, 1000, 11_000, 20_000];
  const progress = progressOn(output, messagesEn, () => times.shift() ?? 0);
  for (const done of [10, 20, 120, 1000]) progress.show({ done, total: 1010, unread: 0, resumed: 0 });
  expect(written.map((text) => /about .* left/.exec(text)?.[0])).toEqual([
    undefined,
    undefined,
    'about 1:29 min left',
    'about 1 s left',
  ]);
});

test('a file or a pipe gets a plain line now and then, and none where the work is short', () => {
  const { written, output } = outputOf(false, 0);
  let time = 0;
  const progress = progressOn(output, messagesTh, () => (time += 6000));
  for (const state of states.slice(0, 2)) progress.show(state);
  expect(written).toEqual([`${messagesTh.collect.progress(1, 1000, 0)}\n`]);
  progress.doing(messagesTh.collect.writing);
  progress.say(messagesTh.collect.resumed(3));
  progress.end();
  expect(written.slice(1)).toEqual([`${messagesTh.collect.resumed(3)}\n`]);
});
