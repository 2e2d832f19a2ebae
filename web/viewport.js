// What part of the chart is seen: pan, zoom, glide. Knows scales and pointers, nothing of lineage.

const MAX = 2.4;

/** The scale below which rectangles are not shown together, and the one at which some of them are shown instead. */
const SMALLEST = 0.4;
const LEGIBLE = 0.74;
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

/**
 * @param {SVGSVGElement} surface receives pointers and the wheel
 * @param {(view: {x: number, y: number, k: number}) => void} apply draws a view: screen = k · chart + (x, y)
 */
export const createViewport = (surface, apply) => {
  let view = { x: 0, y: 0, k: 1 };
  let content = { width: 1, height: 1 };
  let insets = { left: 0, top: 0, right: 0, bottom: 0 };
  let gliding = 0;

  const area = () => {
    const width = surface.clientWidth || 1;
    const height = surface.clientHeight || 1;
    return { left: insets.left, top: insets.top, width: width - insets.left - insets.right, height: height - insets.top - insets.bottom };
  };
  const fitScale = () => Math.min(area().width / (content.width + 40), area().height / (content.height + 40));
  const clampScale = (k) => Math.min(MAX, Math.max(Math.min(fitScale(), 0.6), k));

  /** Some of the chart always stays in sight; a chart smaller than its area stays centred. */
  const clamp = ({ x, y, k }) => {
    const room = area();
    const hold = (value, start, size, extent, most) => {
      const scaled = extent * k;
      if (scaled <= size) return Math.min(start + size - scaled, Math.max(start, value));
      const slack = Math.min(size / 2, most);
      return Math.min(start + slack, Math.max(start + size - scaled - slack, value));
    };
    return { k, x: hold(x, room.left, room.width, content.width, 160), y: hold(y, room.top, room.height, content.height, 48) };
  };

  const set = (next) => {
    view = clamp({ ...next, k: clampScale(next.k) });
    apply(view);
  };
  const stop = () => cancelAnimationFrame(gliding);

  const glide = (next, now = calm.matches) => {
    stop();
    const to = clamp({ ...next, k: clampScale(next.k) });
    if (now) return set(to);
    const from = view;
    const begin = performance.now();
    const step = (time) => {
      const part = Math.min(1, Math.max(0, (time - begin) / 420));
      const eased = 1 - (1 - part) ** 3;
      set({ x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased, k: from.k + (to.k - from.k) * eased });
      if (part < 1) gliding = requestAnimationFrame(step);
    };
    gliding = requestAnimationFrame(step);
    return undefined;
  };

  const zoomAt = (factor, px, py, now = true) => {
    const k = clampScale(view.k * factor);
    const ratio = k / view.k;
    glide({ k, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio }, now);
  };
  const middle = () => {
    const room = area();
    return [room.left + room.width / 2, room.top + room.height / 2];
  };
  const centreOn = (x, y, k = view.k, now = calm.matches) => {
    const [cx, cy] = middle();
    glide({ k, x: cx - x * k, y: cy - y * k }, now);
  };

  surface.addEventListener('wheel', (event) => {
    event.preventDefault();
    stop();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    if (event.ctrlKey || event.metaKey) {
      const bounds = surface.getBoundingClientRect();
      zoomAt(Math.exp(-event.deltaY * unit * (event.deltaMode === 0 && Math.abs(event.deltaY) < 40 ? 0.012 : 0.002)), event.clientX - bounds.left, event.clientY - bounds.top);
    } else {
      const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      set({ ...view, x: view.x - dx * unit, y: view.y - dy * unit });
    }
  }, { passive: false });

  const pointers = new Map();
  let moved = 0;
  let still = 5;
  surface.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    stop();
    moved = pointers.size === 0 ? 0 : moved;
    still = event.pointerType === 'touch' ? 12 : 5;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  surface.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    if (event.buttons === 0) {
      pointers.delete(event.pointerId);
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (moved > still && !surface.hasPointerCapture(event.pointerId)) surface.setPointerCapture(event.pointerId);
    if (others.length === 1) {
      const bounds = surface.getBoundingClientRect();
      const apart = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
      const cx = (now.x + others[0].x) / 2 - bounds.left;
      const cy = (now.y + others[0].y) / 2 - bounds.top;
      zoomAt(apart(now, others[0]) / apart(before, others[0]), cx, cy);
      set({ ...view, x: view.x + (now.x - before.x) / 2, y: view.y + (now.y - before.y) / 2 });
    } else if (others.length === 0 && moved > still) {
      set({ ...view, x: view.x + now.x - before.x, y: view.y + now.y - before.y });
    }
    pointers.set(event.pointerId, now);
  });
  const release = (event) => pointers.delete(event.pointerId);
  surface.addEventListener('pointerup', release);
  surface.addEventListener('pointercancel', release);
  // A drag isn't a click.
  surface.addEventListener('click', (event) => {
    if (moved > still) event.stopPropagation();
    moved = 0;
  }, true);

  return {
    view: () => view,
    area,
    setContent: (size, margins) => { content = size; insets = margins; },
    jump: (next) => { stop(); set(next); },
    refresh: () => set(view),
    zoomBy: (factor) => zoomAt(factor, ...middle(), calm.matches),
    fit: () => centreOn(content.width / 2, content.height / 2, fitScale()),
    centreOn,
    /** Brings chart rectangles into sight together, smaller if need be; the upper ones and the first when all would be too small. */
    embrace: (rects, now = calm.matches) => {
      if (rects.length === 0) return;
      const [left, top] = [Math.min(...rects.map((one) => one.x)), Math.min(...rects.map((one) => one.y))];
      const width = Math.max(...rects.map((one) => one.x + one.width)) - left;
      const height = Math.max(...rects.map((one) => one.y + one.height)) - top;
      const room = area();
      const fitting = Math.min(1, room.width / (width + 48), room.height / (height + 48));
      const k = fitting < SMALLEST ? LEGIBLE : fitting;
      const held = (low, extent, size, first) => (extent * k <= size ? low + extent / 2 : Math.min(low + extent - size / 2 / k, Math.max(low + size / 2 / k, first)));
      centreOn(held(left, width, room.width, rects[0].x + rects[0].width / 2), held(top, height, room.height, rects[0].y), k, now);
    },
    /** Moves as little as needed to bring a chart rectangle into sight. */
    reveal: ({ x, y, width, height }, { across = 48, along = 48 } = {}, now = calm.matches) => {
      const room = area();
      const shift = (start, size, low, extent, margin) => {
        const from = low * view.k;
        const to = (low + extent) * view.k;
        return (offset) => Math.min(Math.max(offset, start + margin - from), Math.max(start + margin - from, start + size - margin - to));
      };
      const nx = shift(room.left, room.width, x, width, across)(view.x);
      const ny = shift(room.top, room.height, y, height, along)(view.y);
      if (Math.abs(nx - view.x) > 1 || Math.abs(ny - view.y) > 1) glide({ k: view.k, x: nx, y: ny }, now);
    },
  };
};
