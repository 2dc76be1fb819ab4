import { COLOURS } from './svg-style';

/** What a page looks like around its picture. */
export const PAGE_STYLE = `${COLOURS}
*{box-sizing:border-box}
body{margin:0;font:14px/1.45 system-ui,sans-serif;background:var(--page);color:var(--text);display:flex;flex-direction:column;height:100vh}
header{display:flex;justify-content:space-between;align-items:center;gap:16px;padding:8px 16px;border-bottom:1px solid var(--line)}
button{font:inherit;color:var(--text);background:var(--group);border:1px solid var(--line);border-radius:6px;padding:4px 12px;white-space:nowrap;cursor:pointer}
button[aria-pressed=true]{border-color:var(--event);box-shadow:inset 0 0 0 1px var(--event)}
h1{font-size:18px;margin:0}
header p{margin:0;color:var(--quiet)}
main{flex:1;display:flex;min-height:0}
.picture{flex:1;overflow:auto}
.picture.whole svg{display:block;width:100%;height:100%}
aside{width:400px;overflow:auto;padding:0 16px 16px;border-left:1px solid var(--line);overflow-wrap:anywhere}
@media (max-width:800px){main{flex-direction:column}aside{width:auto;height:45%;border-left:0;border-top:1px solid var(--line)}}
h2{font-size:16px}
h3{font-size:14px;margin-bottom:4px}
dl{margin:0}
dt{color:var(--quiet)}
dd{margin:0 0 6px}
small{color:var(--quiet)}
ul{padding-left:18px;margin:4px 0}
a{color:var(--event)}
.finding{border-left:3px solid var(--line);padding-left:8px;margin-bottom:12px}
.finding p{margin:0}
.finding.error{border-color:var(--error)}
.finding.warning{border-color:var(--warning)}
.mark{color:var(--warning)}
.node{cursor:pointer}
:focus-visible{outline:2px solid var(--event);outline-offset:2px}
svg .node[aria-pressed=true] rect{stroke:var(--event);stroke-width:3;stroke-dasharray:none}
svg .edge.chosen path{stroke:var(--event);stroke-width:3}`;

/** Shows the section of a node when it is selected, and the whole picture or as much of it as there is room for. */
export const PAGE_SCRIPT = `
const nodes = [...document.querySelectorAll('[data-node]')];
const edges = [...document.querySelectorAll('[data-from]')];
function select(chosen) {
  for (const node of nodes) node.setAttribute('aria-pressed', String(node === chosen));
  const id = chosen && chosen.dataset.node;
  for (const edge of edges) edge.classList.toggle('chosen', id !== null && (edge.dataset.from === id || edge.dataset.to === id));
  for (const section of document.querySelectorAll('aside > section')) section.hidden = section.id !== (chosen ? 'node-' + id : 'nothing');
  document.getElementById('facts').scrollTop = 0;
}
for (const node of nodes) {
  node.addEventListener('click', () => select(node));
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    select(node);
  });
}
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') select(null);
});
const whole = document.getElementById('whole');
whole.addEventListener('click', () => {
  const fits = document.querySelector('.picture').classList.toggle('whole');
  whole.setAttribute('aria-pressed', String(fits));
});
`;
