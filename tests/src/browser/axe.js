// Runs after axe.min.js. The first argument says whether to look at colours; the last one is called with what is wrong.
// Where it cannot decide on colours, because of what is painted before and after elements, it looks once more
// without that paint.
const [withColours, done] = arguments;
const colours = ['color-contrast', 'color-contrast-enhanced'];
const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const told = (results) =>
  results.violations.map((violation) => ({
    rule: violation.id,
    help: violation.help,
    where: violation.nodes.map((node) => `${node.html.slice(0, 300)} — ${node.failureSummary}`),
  }));
const isUndecided = (result) => result.id.startsWith('color-contrast');
(async () => {
  const options = { resultTypes: ['violations', 'incomplete'], preload: false };
  const rules = withColours ? {} : Object.fromEntries(colours.map((rule) => [rule, { enabled: false }]));
  const first = await axe.run(document, { ...options, runOnly: { type: 'tag', values: tags }, rules });
  const undecided = first.incomplete.filter(isUndecided).flatMap((result) => result.nodes.map((node) => node.target));
  const sheet = document.styleSheets[0];
  let second = { violations: [] };
  if (undecided.length > 0 && sheet) {
    sheet.insertRule('*::before, *::after { content: none !important; background: none !important }', sheet.cssRules.length);
    second = await axe.run({ include: undecided }, { ...options, runOnly: { type: 'rule', values: colours } });
    sheet.deleteRule(sheet.cssRules.length - 1);
  }
  return [...told(first), ...told(second)];
})().then(done, (error) => done([{ rule: 'the checker itself', help: String(error), where: [] }]));
