// The bucket beside the window in the browser. It recomputes everything from the traits, so it works
// without a kernel; the first half mirrors bucket_rules.py and bucket.py, and a test keeps them in
// agreement. All times are integers, in milliseconds. Every word shown comes from `strings`.

export function beside({ sends, capacity, refill_every }) {
  const size = capacity * refill_every;
  const taken = [];
  let level = size; // milliseconds of filling, at the moment `last`
  let last = 0;
  return sends.map((time) => {
    level = Math.min(size, level + time - last);
    last = time;
    const tokens = Math.floor(level / refill_every);
    const places = capacity - taken.filter((sent) => sent > time - size).length;
    if (tokens > 0) level -= refill_every;
    if (places > 0) taken.push(time); // a refused send does not count
    return { time, tokens, bucket: tokens > 0, places, window: places > 0 };
  });
}

export function at(now, { sends, capacity, refill_every }) {
  const size = capacity * refill_every;
  const both = beside({ sends: sends.filter((time) => time <= now), capacity, refill_every });
  let level = size;
  let last = 0;
  for (const { time, bucket } of both) {
    level = Math.min(size, level + time - last) - (bucket ? refill_every : 0);
    last = time;
  }
  level = Math.min(size, level + now - last);
  const taken = both.filter(({ time, window }) => window && time > now - size);
  return {
    level,
    tokens: Math.floor(level / refill_every),
    next_token: level < size ? refill_every - (level % refill_every) : 0,
    places: capacity - taken.length,
    next_place: taken.length ? taken[0].time + size - now : 0,
  };
}

export function curves({ sends, capacity, refill_every, span }) {
  const size = capacity * refill_every;
  const level = [[0, size]];
  const changes = [];
  for (const { time, bucket, window } of beside({ sends, capacity, refill_every })) {
    const [then, had] = level[level.length - 1];
    if (had < size && then + size - had < time) level.push([then + size - had, size]);
    const height = Math.min(size, had + time - then);
    level.push([time, height]);
    if (bucket) level.push([time, height - refill_every]);
    if (window) changes.push([time, -1], [time + size, 1]);
  }
  const [then, had] = level[level.length - 1];
  if (had < size && then + size - had < span) level.push([then + size - had, size]);
  level.push([span, Math.min(size, had + span - then)]);
  const room = [[0, capacity]];
  const places = () => room[room.length - 1][1];
  changes.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  for (const [time, change] of changes) {
    if (time <= span) room.push([time, places()], [time, places() + change]);
  }
  return [level, [...room, [span, places()]]];
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

function seconds(strings, milliseconds) {
  const whole = Math.floor(milliseconds / 1000);
  const digits = String(milliseconds - whole * 1000).padStart(3, "0").replace(/0+$/, "");
  return digits ? `${whole}${strings.decimal}${digits}` : String(whole);
}

function meters(state) {
  const { strings } = state;
  const here = at(state.now, state);
  return [
    fill(strings, here.next_token ? "now.bucket" : "now.bucket.full", {
      tokens: counted(strings, "tokens", here.tokens), wait: seconds(strings, here.next_token),
    }),
    fill(strings, here.next_place ? "now.window" : "now.window.full", {
      places: counted(strings, "places", here.places), wait: seconds(strings, here.next_place),
    }),
  ];
}

export function sentence(state) {
  const { capacity, refill_every, now, strings } = state;
  const both = beside(state);
  const parts = [fill(strings, "sentence.rules", {
    tokens: counted(strings, "tokens", capacity), every: seconds(strings, refill_every), capacity,
    window: seconds(strings, capacity * refill_every),
  })];
  if (both.length) {
    parts.push(fill(strings, "sentence.verdicts", {
      sends: counted(strings, "counted", both.length),
      bucket: both.filter(({ bucket }) => bucket).length,
      window: both.filter(({ window }) => window).length,
    }));
    const times = new Set(both.filter((s) => s.bucket !== s.window).map(({ time }) => time));
    const listed = [...times].map((time) => seconds(strings, time)).join(", ");
    parts.push(fill(strings, times.size ? "sentence.differ" : "sentence.same", { times: listed }));
  } else {
    parts.push(strings["sentence.empty"]);
  }
  const [bucket, window] = meters(state);
  parts.push(fill(strings, "sentence.now", { now: seconds(strings, now), bucket, window }));
  return parts.join(" ");
}

export function rows(state) {
  const { strings } = state;
  return beside(state).map(({ time, tokens, bucket, places, window }, index) => [
    String(index + 1),
    seconds(strings, time),
    String(tokens),
    strings[bucket ? "sends" : "waits"],
    String(places),
    strings[window ? "sends" : "waits"],
    strings[bucket === window ? "same" : "different"],
  ]);
}

// ---------------------------------------------------------------- the view

const TRAITS = ["sends", "capacity", "refill_every", "span", "step", "now", "strings"];
const COLUMNS = ["number", "time", "tokens", "bucket", "places", "window", "differ"];
const MOST = 20; // tokens; bucket.py knows it too
const PAD = 24; // px between the edge and either end of the lines; bucket.css knows it too
const TALL = 64; // px, the height of a line when all is there
const ROW = 15; // px from one row of marks to the next
const ROWS = 4; // further marks at one place overlap in the last row
const MARK = 5; // px, half the size of a mark
const METER = 96; // px, the height of the two meters
const HEAD = 22; // px above a meter, for its name
const QUIET = 250; // ms without a change before a screen reader is told
const QUICKEST = 100; // ms, at least, between two ticks of the play
const STILL = 1000; // ms between two sends where motion is not wanted

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
  let told = null;
  let playing = null;

  const state = () => Object.fromEntries(TRAITS.map((name) => [name, model.get(name)]));
  const change = (values) => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    if (!playing) model.save_changes(); // the play tells the kernel when it stops
    draw();
  };
  const snap = (time) => {
    const { step, span } = state();
    return clamp(Math.round(time / step) * step, 0, span);
  };
  const move = (time) => change({ now: clamp(time, 0, model.get("span")) });
  const send = (times = 1, time = model.get("now")) => change({
    sends: [...model.get("sends"), ...Array(times).fill(time)].sort((a, b) => a - b), now: time,
  });
  const removeAt = (index) =>
    change({ sends: model.get("sends").filter((_, other) => other !== index) });
  const removeNearest = () => {
    const distances = model.get("sends").map((sent) => Math.abs(sent - model.get("now")));
    if (distances.length) removeAt(distances.indexOf(Math.min(...distances)));
  };

  // Playing: by steps, or from send to send where motion is not wanted.
  const still = () => globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const next = () => {
    const { now, step, span, sends } = state();
    return still() ? (sends.find((sent) => sent > now) ?? span) : Math.min(now + step, span);
  };
  const stop = () => {
    if (!playing) return;
    clearInterval(playing);
    playing = null;
    model.save_changes();
    draw();
  };
  const play = () => {
    if (playing) return stop();
    if (model.get("now") >= model.get("span")) model.set("now", 0);
    playing = setInterval(() => {
      move(next());
      if (model.get("now") >= model.get("span")) stop();
    }, still() ? STILL : clamp(model.get("step"), QUICKEST, STILL));
    draw();
  };

  // Controls
  const button = (key, action) =>
    html("button", { type: "button", "data-testid": `bucket-${key}`, onclick: action },
      strings[key]);
  const number = (key, trait, properties, read, write) => {
    const input = html("input", {
      type: "number", ...properties, "data-testid": `bucket-${key}`,
      onchange: () => {
        const typed = write(input.valueAsNumber);
        if (typed >= 1) change({ [trait]: typed }); // what is no number is put back
        input.value = read();
      },
    });
    return input;
  };
  const capacityInput = number("capacity", "capacity", { min: 1, max: MOST, step: 1 },
    () => model.get("capacity"), (typed) => Math.min(Math.round(typed), MOST));
  const refillInput = number("refill", "refill_every", { min: 0.25, step: 0.25 },
    () => model.get("refill_every") / 1000, (typed) => Math.round(typed * 1000));
  // A screen reader's gesture may move a range by less than a step: it still moves one step.
  const nowInput = html("input", {
    type: "range", min: 0, step: 1, id: `${id}-now`, "data-testid": "bucket-now",
    "aria-describedby": `${id}-keys`,
    oninput: () => {
      const [from, to, { step }] = [model.get("now"), nowInput.valueAsNumber, state()];
      move(Math.abs(to - from) < step / 2 ? from + Math.sign(to - from) * step : snap(to));
      nowInput.value = model.get("now");
    },
  });
  const nowShown = html("span", { class: "sb-value", "aria-hidden": "true" });
  const burstButton = button("burst", () => send(model.get("capacity")));
  const playButton = button("play", play);

  // The pictures and their twins
  const levels = svg("svg", { role: "img", "data-testid": "bucket-levels" });
  const picture = svg("svg", { role: "img", "data-testid": "bucket-picture" });
  const status = html("p", {
    class: "sb-status", role: "status", "aria-live": "polite", "data-testid": "bucket-status",
  });
  const body = html("tbody");
  const table = html("table", { "data-testid": "bucket-table" },
    html("caption", {}, strings["table.caption"]),
    html("thead", {}, html("tr", {}, ...COLUMNS.map((name) =>
      html("th", { scope: "col" }, strings[`table.${name}`])))), body);
  const details = html("details", {}, html("summary", {}, strings["table.summary"]),
    html("div", {
      class: "sb-scroll", role: "region", tabindex: 0, "aria-label": strings["table.caption"],
    }, table));
  const legend = html("ul", { class: "sb-legend" },
    ...["token", "admitted", "refused", "differ"].map((key) =>
      html("li", {}, sample(key), strings[`legend.${key}`])));

  const root = html("div", {
    class: "sendwell-bucket", role: "group", lang: strings.lang, "aria-label": strings.widget,
  },
    html("div", { class: "sb-row" },
      html("label", {}, strings.capacity, capacityInput),
      html("label", {}, strings.refill, refillInput)),
    html("div", { class: "sb-box" }, levels, picture,
      html("label", { for: nowInput.id }, strings.now, nowShown), nowInput),
    html("div", { class: "sb-row sb-buttons" }, button("send", () => send()), burstButton,
      button("step", () => move(model.get("now") + model.get("step"))), playButton,
      button("remove", removeNearest), button("clear", () => change({ sends: [] }))),
    status, legend, details,
    html("p", { class: "sb-help", id: `${id}-keys` }, strings["help.keys"]),
    html("p", { class: "sb-help" }, strings["help.pointer"]));

  // Keys. Native arrows are replaced, because a range without a step of 1 rounds its value.
  const actions = {
    " ": () => send(), Enter: () => send(), Delete: removeNearest, Backspace: removeNearest,
    p: play, P: play,
  };
  nowInput.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { now, step, span } = state();
    const to = {
      ArrowLeft: now - step, ArrowDown: now - step, ArrowRight: now + step, ArrowUp: now + step,
      PageDown: now - 4 * step, PageUp: now + 4 * step, Home: 0, End: span,
    }[event.key];
    if (to !== undefined) move(to);
    else if (!(event.key in actions)) return;
    else if (!event.repeat) actions[event.key]();
    event.preventDefault();
  });
  // JupyterLab would take "a", "d d" or Shift+Enter for commands. Escape stays its way out, and
  // saving goes on working.
  root.addEventListener("keydown", (event) => {
    const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    if (event.key !== "Escape" && !saves) event.stopPropagation();
  });

  // Mouse, pen and finger
  picture.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-send]");
    if (mark) {
      removeAt(Number(mark.dataset.send));
    } else {
      const box = picture.getBoundingClientRect();
      const share = (event.clientX - box.left - PAD) / (box.width - 2 * PAD);
      send(1, snap(share * model.get("span")));
    }
    nowInput.focus({ preventScroll: true });
  });

  function draw() {
    const now = state();
    const active = root.getRootNode().activeElement;
    if (active !== capacityInput) capacityInput.value = now.capacity;
    if (active !== refillInput) refillInput.value = now.refill_every / 1000;
    const here = fill(strings, "second", { n: seconds(strings, now.now) });
    nowInput.max = now.span;
    nowInput.value = now.now;
    nowInput.setAttribute("aria-valuetext", here);
    nowShown.textContent = here;
    burstButton.textContent = fill(strings, "burst", { n: now.capacity });
    playButton.textContent = strings[playing ? "pause" : "play"];
    paintMeters(levels, now);
    paint(picture, now);
    body.replaceChildren(...rows(now).map(([first, ...rest]) => html("tr", {},
      html("th", { scope: "row" }, first), ...rest.map((cell) => html("td", {}, cell)))));
    details.hidden = !now.sends.length;
    // While it plays, the sentence changes too often to be spoken.
    status.setAttribute("aria-live", playing ? "off" : "polite");
    clearTimeout(told);
    if (playing) tell();
    else told = setTimeout(tell, status.textContent ? QUIET : 0);
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
    clearInterval(playing);
    observer.disconnect();
    for (const event of events) model.off(event, draw);
  };
}

// ---------------------------------------------------------------- the pictures

function mark(x, y, yes) {
  const arm = MARK - 1;
  return yes ? svg("circle", { class: "sb-admitted", cx: x, cy: y, r: MARK - 1 })
    : svg("path", {
      class: "sb-refused", d: `M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}`
        + `l${-2 * arm} ${2 * arm}`,
    });
}

function sample(key) {
  const shape = {
    token: () => svg("rect", { class: "sb-there", x: 2, y: 5, width: 16, height: 10 }),
    differ: () => svg("g", {}, svg("path", { class: "sb-differ", d: "M10 0v20" }),
      svg("circle", { class: "sb-ring", cx: 10, cy: 10, r: MARK })),
  }[key] ?? (() => mark(10, 10, key === "admitted"));
  return svg("svg", { width: 20, height: 20, "aria-hidden": "true" }, shape());
}

const label = (x, y, words, name = "") => svg("text", { x, y, class: name }, words);

// Two vessels of `capacity` slots. What is filled may go now; a token that is still coming is
// filled in part.
function paintMeters(picture, state) {
  const { capacity, refill_every, strings } = state;
  const here = at(state.now, state);
  const next = (wait) => wait ? fill(strings, "next", { wait: seconds(strings, wait) })
    : strings["next.none"];
  const width = Math.max(picture.parentElement.clientWidth, 4 * PAD);
  const slot = METER / capacity;
  const wide = Math.min(width / 4, 96);
  const vessel = (middle, title, full, part, lid, words) => {
    const left = middle - wide / 2;
    const foot = HEAD + METER;
    const top = (n) => foot - n * slot;
    const slots = Array.from({ length: capacity }, (_, n) => svg("rect", {
      class: n < full ? "sb-there" : "sb-gone", x: left + 3, width: wide - 6,
      y: top(n + 1) + Math.min(2, slot / 4), height: slot - Math.min(4, slot / 2),
    }));
    const coming = part > 0 ? [svg("rect", {
      class: "sb-coming", x: left + 3, width: wide - 6, height: part * slot,
      y: top(full + part),
    })] : [];
    const wall = `M${left} ${HEAD - 2}V${foot + 2}H${left + wide}V${HEAD - 2}${lid}`;
    return svg("g", {}, label(middle, 14, title, "sb-title"), ...slots, ...coming,
      svg("path", { class: "sb-wall", d: wall }),
      ...words.map((line, n) => label(middle, foot + 18 + 16 * n, line)));
  };
  picture.setAttribute("aria-label", strings.meters);
  picture.setAttribute("width", width);
  picture.setAttribute("height", HEAD + METER + 48);
  picture.replaceChildren(
    vessel(width * 0.27, strings["bucket.title"], here.tokens, (here.level / refill_every) % 1, "",
      [counted(strings, "tokens", here.tokens), next(here.next_token)]),
    vessel(width * 0.73, strings["window.title"], here.places, 0, "Z",
      [counted(strings, "places", here.places), next(here.next_place)]));
}

function paint(picture, state) {
  const { capacity, refill_every, span, now, strings } = state;
  const width = Math.max(picture.parentElement.clientWidth, 4 * PAD);
  const x = (time) => PAD + (time / span) * (width - 2 * PAD);
  const both = beside(state);
  const [level, room] = curves(state);

  // Marks stand in rows, so that sends close together stay apart.
  const ends = [];
  const lanes = both.map(({ time }) => {
    let lane = ends.findIndex((end) => x(time) - end >= 2 * MARK);
    if (lane < 0) lane = Math.min(ends.length, ROWS - 1);
    ends[lane] = x(time);
    return lane;
  });
  const depth = ROW * Math.max(ends.length, 2) + 8;
  const tops = { bucket: 26, window: 26 + TALL + depth + 28 };
  const axis = tops.window + TALL + depth;

  const line = (name, corners, most) => {
    const top = tops[name];
    const foot = top + TALL;
    const points = corners.map(([time, n]) => `${x(time)},${top + TALL * (1 - n / most)}`);
    return svg("g", { class: `sb-${name}` },
      svg("polygon", { points: [`${x(0)},${foot}`, ...points, `${x(span)},${foot}`].join(" ") }),
      svg("polyline", { points: points.join(" ") }),
      svg("path", { class: "sb-axis", d: `M${PAD} ${foot}H${width - PAD}` }),
      label(PAD - 4, top + 4, String(capacity), "sb-scale"),
      label(PAD - 4, foot + 4, "0", "sb-scale"));
  };

  // (now - window, now], drawn where it matters: over the free places.
  const left = x(Math.max(now - capacity * refill_every, 0));
  const band = svg("rect", {
    class: "sb-band", x: left, y: tops.window, width: x(now) - left, height: TALL + depth,
  });

  const ticks = [];
  const text = (time) => fill(strings, "second", { n: seconds(strings, time) });
  const space = (text(span).length * 7 + 12) / (width - 2 * PAD);
  for (let time = 0, gap = niceGap(span * space); time <= span; time += gap) {
    ticks.push(svg("path", { class: "sb-axis", d: `M${x(time)} ${axis}v5` }),
      label(x(time), axis + 18, text(time), "sb-tick"));
  }

  // All joins lie below all marks, and each mark on a ground of its own.
  const rowsOf = (index) =>
    Object.values(tops).map((top) => top + TALL + 12 + lanes[index] * ROW);
  const joins = both.flatMap(({ time, bucket, window }, index) => {
    const [from, to] = rowsOf(index);
    return bucket === window ? []
      : [svg("path", { class: "sb-differ", d: `M${x(time)} ${from}V${to}` })];
  });
  const marks = both.map(({ time, bucket, window }, index) => {
    const differs = bucket !== window;
    const ground = { class: differs ? "sb-ring" : "sb-ground", r: differs ? MARK + 2 : MARK };
    const ys = rowsOf(index);
    return svg("g", { "data-send": index, "data-differs": differs },
      ...ys.map((y) => svg("circle", { class: "sb-target", cx: x(time), cy: y, r: ROW / 2 })),
      ...ys.map((y) => svg("circle", { ...ground, cx: x(time), cy: y })),
      mark(x(time), ys[0], bucket), mark(x(time), ys[1], window));
  });

  picture.setAttribute("aria-label", fill(strings, "picture", { span: seconds(strings, span) }));
  picture.setAttribute("width", width);
  picture.setAttribute("height", axis + 24);
  picture.replaceChildren(band, line("bucket", level, capacity * refill_every),
    line("window", room, capacity),
    svg("path", { class: "sb-axis", d: `M${PAD} ${axis}H${width - PAD}` }), ...ticks,
    svg("path", { class: "sb-now", d: `M${x(now)} ${tops.bucket - 4}V${axis + 5}` }), ...joins,
    ...marks,
    ...Object.entries(tops).map(([name, top]) =>
      label(PAD, top - 10, strings[`lane.${name}`], "sb-lane")));
}

// The smallest of 1, 2, 5, 10, 20, 50... milliseconds that is `least` or more.
function niceGap(least) {
  const power = 10 ** Math.max(Math.floor(Math.log10(least)), 0);
  return [1, 2, 5, 10].map((factor) => factor * power).find((gap) => gap >= least);
}

export default { render };
