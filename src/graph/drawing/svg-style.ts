import { NAME_STYLE, SMALL_STYLE, TITLE_STYLE } from './text-size';

/** The colours by light and dark; text has a contrast of at least 4.5 to what is behind it. */
const LIGHT = {
  page: '#ffffff', group: '#f6f8fa', box: '#ffffff', line: '#59636e', text: '#1f2328', quiet: '#59636e', event: '#0550ae', error: '#b3261e', warning: '#7d4e00',
};
const DARK: typeof LIGHT = {
  page: '#0d1117', group: '#151b23', box: '#0d1117', line: '#9198a1', text: '#f0f6fc', quiet: '#9198a1', event: '#79c0ff', error: '#ff8f87', warning: '#e3b341',
};

function variables(colours: typeof LIGHT): string {
  return Object.entries(colours).map(([name, colour]) => `--${name}:${colour}`).join(';');
}

/** The colours of a picture, for whatever is on the page with it. */
export const COLOURS = `:root{color-scheme:light dark;${variables(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}`;

/** What a picture looks like; the fonts are of one width, so that it can be known before it is drawn. */
export const SVG_STYLE = `${COLOURS}
text{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;font-size:${SMALL_STYLE.fontSize}px;fill:var(--text)}
.page{fill:var(--page)}
.group rect{fill:var(--group);stroke:var(--line);stroke-opacity:.4}
.group text{font-size:${TITLE_STYLE.fontSize}px;fill:var(--quiet)}
.node rect{fill:var(--box);stroke:var(--line)}
.node .kind,.node .fact,.labels text,text.legend{fill:var(--quiet)}
.node .name{font-size:${NAME_STYLE.fontSize}px}
.eventType rect{stroke:var(--event)}
.node .mark,.warning .finding{fill:var(--warning)}
.error .finding{fill:var(--error)}
.warning rect{stroke:var(--warning);stroke-width:2;stroke-dasharray:5 3}
.error rect{stroke:var(--error);stroke-width:2.5}
.edge path{fill:none;stroke:var(--line);stroke-width:1.2}
.legend rect{fill:var(--box)}
.labels text{paint-order:stroke;stroke:var(--page);stroke-width:4px;stroke-linejoin:round}
.labels.inGroup text{stroke:var(--group)}
.produces path,.consumes path{stroke:var(--event);stroke-width:1.8}
.calls path,.runs path,.onError path,.compensates path{stroke-dasharray:6 4}
.uses path,.stores path,.isIn path,.deploys path,.provides path,.knows path,.refersTo path{stroke-dasharray:2 3}
marker path{fill:var(--line)}
marker.event path{fill:var(--event)}`;
