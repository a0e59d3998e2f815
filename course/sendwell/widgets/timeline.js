// The time line in the browser. It recomputes everything from the traits, so it works without a
// kernel; the first half mirrors timeline.py, and a test keeps the two in agreement.
// All times are integers, in milliseconds. Every word shown comes from the trait `strings`.

export function admitted(sends, limit, window, rule) {
  return rule === "fixed" ? fixed(sends, limit, window) : sliding(sends, limit, window);
}

function fixed(sends, limit, window) {
  let current = null;
  let count = 0;
  return sends.map((sent) => {
    const index = Math.floor(sent / window);
    if (index !== current) [current, count] = [index, 0];
    count += 1;
    return count <= limit;
  });
}

function sliding(sends, limit, window) {
  let recent = [];
  return sends.map((now) => {
    recent = recent.filter((sent) => sent > now - window);
    const yes = recent.length < limit;
    if (yes) recent.push(now); // a refused attempt does not count
    return yes;
  });
}

export function inWindow(sends, position, window) {
  return sends.filter((sent) => position - window < sent && sent <= position).length;
}

export function fullestWindow(times, window) {
  let [most, end, first] = [0, 0, 0];
  times.forEach((now, last) => {
    while (times[first] <= now - window) first += 1;
    if (last - first + 1 > most) [most, end] = [last - first + 1, now];
  });
  return [most, end];
}

export function boundaryBurst(limit, window) {
  const gap = Math.min(Math.floor(window / 50), Math.floor((window - 1) / (2 * limit - 1)));
  const steps = Array.from({ length: limit }, (_, index) => index);
  const before = steps.map((index) => window - Math.max(gap * (limit - index), 1));
  return [...before, ...steps.map((index) => window + gap * index)];
}

function fill(strings, key, values = {}) {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, () => String(value)),
    strings[key],
  );
}

function counted(strings, key, n) {
  return fill(strings, `${key}.${n === 1 ? "one" : "other"}`, { n });
}

export function seconds(strings, milliseconds) {
  const whole = Math.floor(milliseconds / 1000);
  const digits = String(milliseconds - whole * 1000).padStart(3, "0").replace(/0+$/, "");
  return digits ? `${whole}${strings.decimal}${digits}` : String(whole);
}

export function sentence({ sends, limit, window, position, rule, strings }) {
  const named = { rule: strings[`rule.${rule}`], limit, window: seconds(strings, window) };
  if (!sends.length) return fill(strings, "sentence.empty", named);
  const verdicts = admitted(sends, limit, window, rule);
  const times = sends.filter((_, index) => verdicts[index]);
  const inside = inWindow(times, position, window);
  const [most, end] = fullestWindow(times, window);
  const first = fill(strings, "sentence.rule", {
    ...named,
    placed: counted(strings, "placed", sends.length),
    admitted: counted(strings, "admitted", times.length),
    refused: counted(strings, "refused", sends.length - times.length),
  });
  const second = fill(strings, "sentence.window", {
    position: seconds(strings, position),
    inside: counted(strings, "admitted_sends", inside),
    refused: counted(strings, "refused", inWindow(sends, position, window) - inside),
    end: seconds(strings, end),
    most,
    verdict: fill(strings, most > limit ? "verdict.over" : "verdict.within", { limit }),
  });
  return `${first} ${second}`;
}

export function rows({ sends, limit, window, rule, strings }) {
  const verdicts = admitted(sends, limit, window, rule);
  const times = sends.filter((_, index) => verdicts[index]);
  return sends.map((sent, index) => [
    String(index + 1),
    seconds(strings, sent),
    strings[verdicts[index] ? "yes" : "no"],
    String(inWindow(times, sent, window)),
  ]);
}

// ---------------------------------------------------------------- the view

const TRAITS = ["sends", "limit", "window", "span", "step", "position", "rule", "strings"];
const PAD = 16; // px between the edge and either end of the line; timeline.css knows it too
const LANE = 17; // px from one row of marks to the next
const LEAST_LANES = 6; // room for the boundary burst, so that the line does not jump
const LANES = 8; // further marks at one place overlap in the top row
const MARK = 6; // px, half the size of a mark
const BAR = 24; // px from the top to the handle of the moving window
const DRAG = 4; // px that a pointer may move and still be a click
const QUIET = 250; // ms without a change before a screen reader is told

function html(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

function svg(tag, properties = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(properties)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

function render({ model, el }) {
  const strings = model.get("strings");
  const id = `sendwell-${Math.random().toString(36).slice(2)}`; // no two views may share names
  let cursor = 0; // ms; belongs to this view, so it is not a trait
  let pointer = null;
  let told = null;

  const state = () => Object.fromEntries(TRAITS.map((name) => [name, model.get(name)]));
  const change = (values) => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
    draw();
  };
  const snap = (time) => {
    const { step, span } = state();
    return clamp(Math.round(time / step) * step, 0, span);
  };

  const place = (time = cursor) =>
    change({ sends: [...model.get("sends"), time].sort((a, b) => a - b) });
  const removeAt = (index) => 
    change({ sends: model.get("sends").filter((_, other) => other !== index) });
  const removeNearest = () => {
    const distances = model.get("sends").map((sent) => Math.abs(sent - cursor));
    if (distances.length) removeAt(distances.indexOf(Math.min(...distances)));
  };
  const clear = () => change({ sends: [] });
  const slide = (time) => change({ position: clamp(time, 0, model.get("span")) });
  const moveCursor = (time) => {
    cursor = clamp(time, 0, model.get("span"));
    draw();
  };
  const burst = () => {
    const { limit, window, span } = state();
    const sends = boundaryBurst(limit, window);
    const last = sends[sends.length - 1];
    change({ span: Math.max(span, 2 * window), sends, position: last, rule: "fixed" });
  };

  // Controls
  const button = (key, action) =>
    html("button", { type: "button", "data-testid": `timeline-${key}`, onclick: action },
      strings[key]);
  const radios = ["fixed", "sliding"].map((rule) =>
    html("input", {
      type: "radio", name: `${id}-rule`, value: rule, "data-testid": `timeline-rule-${rule}`,
      onchange: () => change({ rule }),
    }));
  const number = (key, least, read, write) => {
    const input = html("input", {
      type: "number", min: least, step: least, "data-testid": `timeline-${key}`,
      onchange: () => {
        const typed = write(input.valueAsNumber);
        if (typed >= 1) change({ [key]: typed }); // what is no number is put back
        input.value = read();
      },
    });
    return input;
  };
  const limitInput = number("limit", 1, () => model.get("limit"), Math.round);
  const windowInput = number("window", model.get("step") / 1000,
    () => model.get("window") / 1000, (typed) => Math.round(typed * 1000));
  // A screen reader's gesture may move a range by less than a step: it still moves one step.
  const range = (key, get, set) => {
    const input = html("input", {
      type: "range", min: 0, step: 1, id: `${id}-${key}`, "data-testid": `timeline-${key}`,
      oninput: () => {
        const [from, to, { step }] = [get(), input.valueAsNumber, state()];
        set(Math.abs(to - from) < step / 2 ? from + Math.sign(to - from) * step : snap(to));
        draw();
      },
    });
    return input;
  };
  const cursorInput = range("cursor", () => cursor, moveCursor);
  const positionInput = range("position", () => model.get("position"), slide);
  cursorInput.setAttribute("aria-describedby", `${id}-keys`);
  const shown = (key) => html("span", { class: "st-value", "aria-hidden": "true" });
  const [cursorShown, positionShown] = [shown(), shown()];

  // The picture and its twins
  const picture = svg("svg", { role: "img", "data-testid": "timeline-picture" });
  const count = html("p", { class: "st-count", "data-testid": "timeline-count" });
  const status = html("p", {
    class: "st-status", role: "status", "aria-live": "polite", "data-testid": "timeline-status",
  });
  const body = html("tbody");
  const head = ["number", "time", "admitted", "in_window"].map((name) =>
    html("th", { scope: "col" }, strings[`table.${name}`]));
  const table = html("table", { "data-testid": "timeline-table" },
    html("caption", {}, strings["table.caption"]), html("thead", {}, html("tr", {}, ...head)), body);
  const details = html("details", {}, html("summary", {}, strings["table.summary"]),
    html("div", {
      class: "st-scroll", role: "region", tabindex: 0, "aria-label": strings["table.caption"],
    }, table));
  const legend = html("ul", { class: "st-legend" }, ...["admitted", "refused", "inside", "fixed"].map(
    (key) => html("li", {}, sample(key), strings[`legend.${key}`])));

  const root = html("div", {
    class: "sendwell-timeline", role: "group", lang: strings.lang, "aria-label": strings.widget,
  },
    html("div", { class: "st-row" },
      html("div", { class: "st-row", role: "radiogroup", "aria-labelledby": `${id}-rules` },
        html("span", { id: `${id}-rules` }, strings.rule),
        ...radios.map((radio) => html("label", {}, radio, strings[`rule.${radio.value}`]))),
      html("label", {}, strings.limit, limitInput),
      html("label", {}, strings.window, windowInput)),
    count,
    html("div", { class: "st-line" }, picture,
      html("label", { for: cursorInput.id }, strings.cursor, cursorShown), cursorInput,
      html("label", { for: positionInput.id }, strings.position, positionShown), positionInput),
    html("div", { class: "st-row st-buttons" }, button("place", () => place()),
      button("remove", removeNearest), button("clear", clear), button("burst", burst)),
    status, legend,
    details,
    html("p", { class: "st-help", id: `${id}-keys` }, strings["help.keys"]),
    html("p", { class: "st-help" }, strings["help.pointer"]));

  // Keys. Native arrows are replaced, because a range without a step of 1 rounds its value.
  const target = (event, from) => {
    const { step, span } = state();
    return {
      ArrowLeft: from - step, ArrowDown: from - step, ArrowRight: from + step, ArrowUp: from + step,
      PageDown: from - 10 * step, PageUp: from + 10 * step, Home: 0, End: span,
    }[event.key];
  };
  const actions = { " ": place, Enter: place, Delete: removeNearest, Backspace: removeNearest };
  cursorInput.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = event.shiftKey ? model.get("position") : cursor;
    const to = target(event, from);
    if (to !== undefined) (event.shiftKey ? slide : moveCursor)(to);
    else if (!(event.key in actions)) return;
    else if (!event.repeat) actions[event.key]();
    event.preventDefault();
  });
  positionInput.addEventListener("keydown", (event) => {
    const to = target(event, model.get("position"));
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    slide(to);
    event.preventDefault();
  });
  // JupyterLab would take "a", "d d" or Shift+Enter for commands. Escape stays its way out, and
  // saving goes on working.
  root.addEventListener("keydown", (event) => {
    const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    if (event.key !== "Escape" && !saves) event.stopPropagation();
  });

  // Mouse, pen and finger
  const timeAt = (event) => {
    const box = picture.getBoundingClientRect();
    return ((event.clientX - box.left - PAD) / (box.width - 2 * PAD)) * model.get("span");
  };
  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const { position, window } = state();
    const time = timeAt(event);
    const mark = event.target.closest("[data-send]");
    pointer = {
      x: event.clientX, time, position, mark: mark && Number(mark.dataset.send), moved: false,
      holds: position - window < time && time <= position,
    };
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener("pointermove", (event) => {
    if (!pointer) return;
    pointer.moved ||= Math.abs(event.clientX - pointer.x) > DRAG;
    if (!pointer.moved || !pointer.holds) return;
    const to = snap(pointer.position + timeAt(event) - pointer.time);
    if (to !== model.get("position")) slide(to);
  });
  picture.addEventListener("pointerup", () => {
    if (pointer && !pointer.moved) {
      cursor = snap(pointer.time);
      if (pointer.mark === null) place();
      else removeAt(pointer.mark);
      cursorInput.focus({ preventScroll: true });
    }
    pointer = null;
  });
  picture.addEventListener("pointercancel", () => (pointer = null));

  function draw() {
    const now = state();
    cursor = Math.min(cursor, now.span);
    const verdicts = admitted(now.sends, now.limit, now.window, now.rule);
    const times = now.sends.filter((_, index) => verdicts[index]);
    const inside = inWindow(times, now.position, now.window);
    for (const radio of radios) radio.checked = radio.value === now.rule;
    const active = root.getRootNode().activeElement;
    if (active !== limitInput) limitInput.value = now.limit;
    if (active !== windowInput) windowInput.value = now.window / 1000;
    const here = verdicts.filter((_, index) => now.sends[index] === cursor);
    const yes = here.filter(Boolean).length;
    const sec = (time) => fill(strings, "second", { n: seconds(strings, time) });
    set(cursorInput, cursorShown, cursor, sec(cursor), here.length
      ? fill(strings, "cursor.here", {
        time: seconds(strings, cursor), admitted: counted(strings, "admitted", yes),
        refused: counted(strings, "refused", here.length - yes),
      }) : sec(cursor));
    set(positionInput, positionShown, now.position, sec(now.position), sec(now.position));
    const over = inside > now.limit;
    count.classList.toggle("st-over", over);
    count.textContent = fill(strings, over ? "count.over" : "count.within", {
      admitted: counted(strings, "admitted", inside), over: inside - now.limit, limit: now.limit,
    });
    paint(picture, { ...now, cursor, verdicts, times, inside, over });
    body.replaceChildren(...rows(now).map(([first, ...rest]) => html("tr", {},
      html("th", { scope: "row" }, first), ...rest.map((cell) => html("td", {}, cell)))));
    details.hidden = !now.sends.length;
    clearTimeout(told);
    told = setTimeout(tell, status.textContent ? QUIET : 0);
  }

  function set(input, output, value, label, spoken) {
    input.max = model.get("span");
    input.value = value;
    input.setAttribute("aria-valuetext", spoken);
    output.textContent = label;
  }

  function tell() {
    const text = sentence(state());
    if (status.textContent !== text) status.textContent = text;
  }

  el.append(root);
  const events = TRAITS.map((name) => `change:${name}`);
  for (const event of events) model.on(event, draw);
  const observer = new ResizeObserver(draw);
  observer.observe(root);
  draw();
  return () => {
    clearTimeout(told);
    observer.disconnect();
    for (const event of events) model.off(event, draw);
  };
}

// ---------------------------------------------------------------- the picture

function mark(x, y, yes, inside, properties = {}) {
  const cross = `M${x - MARK + 1} ${y - MARK + 1}l${2 * MARK - 2} ${2 * MARK - 2}m0 ${2 - 2 * MARK}`
    + `l${2 - 2 * MARK} ${2 * MARK - 2}`;
  return svg("g", properties,
    svg("circle", { class: "st-target", cx: x, cy: y, r: MARK + 3 }),
    yes ? svg("circle", { class: "st-admitted", cx: x, cy: y, r: MARK - 1 })
      : svg("path", { class: "st-refused", d: cross }),
    ...(inside ? [svg("circle", { class: "st-inside", cx: x, cy: y, r: MARK + 2 })] : []));
}

function sample(key) {
  const shape = key === "fixed"
    ? svg("path", { class: "st-boundary", d: "M10 0v20" })
    : mark(10, 10, key !== "refused", key === "inside");
  return svg("svg", { width: 20, height: 20, "aria-hidden": "true" }, shape);
}

function paint(picture, now) {
  const { sends, limit, window, span, position, rule, strings, cursor, verdicts, times } = now;
  const width = Math.max(picture.parentElement.clientWidth, 4 * PAD);
  const x = (time) => PAD + (time / span) * (width - 2 * PAD);

  // Marks stand in rows, so that sends close together stay apart.
  const ends = [];
  const lanes = sends.map((sent) => {
    let lane = ends.findIndex((end) => x(sent) - end >= LANE);
    if (lane < 0) lane = Math.min(ends.length, LANES - 1);
    ends[lane] = x(sent);
    return lane;
  });
  const axis = BAR + 26 + LANE * Math.max(ends.length, LEAST_LANES);
  const height = axis + 46;
  const [left, right] = [x(Math.max(position - window, 0)), x(position)];
  const text = (at, y, label, name) => {
    const half = label.length * 4; // px, about; keeps a label within the picture
    return svg("text", { class: name, x: clamp(at, half, width - half), y }, label);
  };

  const band = svg("g", { class: now.over ? "st-band st-over" : "st-band" },
    svg("rect", { x: left, y: BAR, width: right - left, height: axis - BAR }),
    svg("path", { d: `M${left} ${BAR}V${axis}` }),
    svg("path", { class: "st-closed", d: `M${right} ${BAR}V${axis}` }),
    svg("path", { class: "st-bar", d: `M${left} ${BAR}H${right}` }),
    text((left + right) / 2, BAR - 8, counted(strings, "admitted", now.inside), "st-band-count"));

  const ticks = [];
  const label = fill(strings, "second", { n: seconds(strings, span) });
  const room = (label.length * 7 + 12) / (width - 2 * PAD);
  for (let time = 0, gap = niceGap(span * room); time <= span; time += gap) {
    ticks.push(svg("path", { class: "st-axis", d: `M${x(time)} ${axis}v5` }),
      text(x(time), axis + 18, fill(strings, "second", { n: seconds(strings, time) }), "st-tick"));
  }

  const boundaries = [];
  const each = x(window) - x(0);
  for (let start = 0; each >= 8 && start <= span; start += window) {
    boundaries.push(svg("path", {
      class: "st-boundary",
      d: `M${x(start)} ${BAR}V${axis}m0 24V${height}`, // a gap for the label of the tick
    }));
    const n = times.filter((sent) => start <= sent && sent < start + window).length;
    const space = x(Math.min(start + window, span)) - x(start);
    const long = fill(strings, "fixed_count", { n, limit });
    const fits = (words) => space > words.length * 7 + 10;
    const words = rule === "fixed" && fits(long) ? long : String(n);
    if (fits(words)) {
      boundaries.push(text(x(start) + space / 2, axis + 38, words, "st-fixed-count"));
    }
  }

  const inside = (sent) => position - window < sent && sent <= position;
  const marks = sends.map((sent, index) =>
    mark(x(sent), axis - 14 - lanes[index] * LANE, verdicts[index], inside(sent), {
      "data-send": index, "data-admitted": verdicts[index], "data-inside": inside(sent),
    }));

  picture.setAttribute("aria-label", fill(strings, "picture", { span: seconds(strings, span) }));
  picture.setAttribute("width", width);
  picture.setAttribute("height", height);
  picture.replaceChildren(band, ...boundaries,
    svg("path", { class: "st-axis", d: `M${PAD} ${axis}H${width - PAD}` }), ...ticks,
    svg("path", { class: "st-cursor", d: `M${x(cursor)} ${BAR}V${axis + 5}` }), ...marks);
}

// The smallest of 1, 2, 5, 10, 20, 50... milliseconds that is `least` or more.
function niceGap(least) {
  const power = 10 ** Math.max(Math.floor(Math.log10(least)), 0);
  return [1, 2, 5, 10].map((factor) => factor * power).find((gap) => gap >= least);
}

export default { render };
