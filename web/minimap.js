// The whole chart in small, with the part in sight framed; press or drag to go elsewhere.

import { el, svg } from './dom.js';
import { branchOf } from './vocabulary.js';

const LONGEST = 150;

export const createMinimap = (goTo) => {
  const frame = svg('rect', { class: 'minimap-frame', rx: 2 });
  const picture = svg('svg', { class: 'minimap-picture' });
  const root = el('div', { class: 'minimap', 'aria-hidden': 'true' }, picture);
  let scale = 1;

  const draw = ({ boxes, lines, width, height }) => {
    scale = LONGEST / Math.max(width, height, 1);
    picture.setAttribute('width', width * scale);
    picture.setAttribute('height', height * scale);
    picture.replaceChildren(
      svg('g', { transform: `scale(${scale})` },
        svg('path', { class: 'minimap-lines', d: lines.map((line) => line.path).join('') }),
        boxes.map((box) => svg('rect', {
          x: box.x - box.width / 2, y: box.y - box.height / 2, width: box.width, height: box.height, rx: 10,
          class: 'minimap-node', 'data-branch': branchOf(box.node.chapter), 'data-name': box.name,
        }))),
      frame,
    );
  };

  const show = ({ x, y, k }, area) => {
    // A chart that is hidden, as on paper, shows no part.
    if (area.width < 0 || area.height < 0) return;
    frame.setAttribute('x', ((area.left - x) / k) * scale);
    frame.setAttribute('y', ((area.top - y) / k) * scale);
    frame.setAttribute('width', (area.width / k) * scale);
    frame.setAttribute('height', (area.height / k) * scale);
  };

  const move = (event) => {
    const bounds = picture.getBoundingClientRect();
    goTo((event.clientX - bounds.left) / scale, (event.clientY - bounds.top) / scale);
  };
  picture.addEventListener('pointerdown', (event) => {
    picture.setPointerCapture(event.pointerId);
    move(event);
  });
  picture.addEventListener('pointermove', (event) => {
    if (picture.hasPointerCapture(event.pointerId)) move(event);
  });

  return { root, draw, show };
};
