// The pipeline in the browser. Python has counted the nine days; here one moves through them, so
// that playing asks nothing of the kernel. `sentence` mirrors pipeline.py, and a test keeps the two
// in agreement. Every word shown comes from the traits `strings`, `options` and `run`.

export const FRAME = [
  "received", "filtered", "filter_upheld", "busy", "reviewed", "people_upheld",
  "warning", "limited", "suspended", "banned", "appealed", "reversed", "open",
];
const RUNGS = ["warning", "limited", "suspended", "banned"];
const LEAST = 1_000; // ms; the scale of the waits, as in pipeline_picture.py
const MOST = 400_000_000;
const TICKS = [1_000, 60_000, 3_600_000, 86_400_000];

export function read(run, hour) {
  const frame = run.frames[hour];
  const now = Object.fromEntries(FRAME.map((name, index) => [name, frame[index]]));
  const waiting = frame.slice(FRAME.length);
  return {
    ...now, kinds: waiting,
    waiting: waiting.reduce((sum, n) => sum + n, 0),
    passed: now.received - now.filtered,
    sanctions: RUNGS.reduce((sum, rung) => sum + now[rung], 0),
  };
}

function fill(strings, key, values = {}) {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, () => String(value)), strings[key]);
}

export function whole(strings, n) {
  return String(n).replace(/\B(?=(\d{3})+$)/g, () => strings.thousands);
}

function counted(strings, key, n) {
  return fill(strings, `${key}.${n === 1 ? "one" : "other"}`, { n: whole(strings, n) });
}

export function moment(strings, hour) {
  const day = Math.floor(hour / 24);
  return fill(strings, "moment", {
    day: day + 1, weekday: strings[`day.${day % 7}`], hour: hour % 24,
  });
}

export function sentence(strings, run, hour) {
  const now = read(run, hour);
  const numbers = Object.fromEntries(FRAME.map((name) => [name, whole(strings, now[name])]));
  return fill(strings, "sentence", {
    ...numbers,
    moment: moment(strings, hour),
    received: counted(strings, "received", now.received),
    waiting: counted(strings, "waiting", now.waiting),
    kinds: run.kinds.map((kind, index) => fill(strings, "kind", {
      kind: strings[`kind.${kind}`], n: whole(strings, now.kinds[index]),
    })).join(", "),
    reviewers: run.settings.reviewers,
    reviewed: counted(strings, "reviewed", now.reviewed),
    sanctions: counted(strings, "sanctions", now.sanctions),
    appeals: counted(strings, "appeals", now.appealed),
  });
}

export function place(milliseconds) {
  const held = Math.min(Math.max(milliseconds, LEAST), MOST);
  return Math.log(held / LEAST) / Math.log(MOST / LEAST);
}

// ---------------------------------------------------------------- the view

const SETTINGS = ["volume", "reviewers", "peak", "scenario", "priority", "merging"];
const PATIENCE = 6000; // ms to wait for Python
const PAD = 8; // px at either side of a picture; the slider's thumb is twice as wide
const ROW = 58; // px of a kind in the chart of waits
const DOTS = 6;
let instances = 0;

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

function render({ model, el }) {
  const strings = model.get("strings");
  const options = model.get("options");
  const id = `sendwell-pipeline-${(instances += 1)}`;
  const start = Object.fromEntries(SETTINGS.map((name) => [name, model.get(name)]));
  let hour = model.get("hour"); // while it plays, only this view knows the time
  let timer = null;
  let patience = null;
  const run = () => model.get("run");
  const last = () => run().frames.length - 1;
  const n = (value) => whole(strings, value);

  // Settings
  const change = (values) => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
    wait();
    drawSettings();
  };
  const fresh = () => SETTINGS.every((name) => run().settings[name] === model.get(name));
  function wait() {
    clearTimeout(patience);
    if (fresh()) return;
    say(changed, strings.working);
    root.setAttribute("aria-busy", "true");
    patience = setTimeout(() => {
      root.removeAttribute("aria-busy");
      say(changed, strings.kernel);
    }, PATIENCE);
  }
  const select = (key, choices, get, set) => {
    const node = html("select", {
      "data-testid": `pipeline-${key}`, onchange: () => set(node.value),
    }, ...choices.map(([value, label]) => html("option", { value }, label)));
    node.draw = () => (node.value = String(get()));
    return node;
  };
  const setting = (key, choices, read = String) =>
    select(key, choices, () => model.get(key), (value) => change({ [key]: read(value) }));
  const box = (key) => {
    const node = html("input", {
      type: "checkbox", "data-testid": `pipeline-${key}`,
      onchange: () => change({ [key]: node.checked }),
    });
    node.draw = () => (node.checked = model.get(key));
    return node;
  };
  const people = Array.from({ length: options.reviewers }, (_, index) => [index + 1, index + 1]);
  const controls = {
    volume: setting("volume", Object.entries(options.volume)),
    reviewers: setting("reviewers", people, Number),
    peak: setting("peak", Object.entries(options.peak), Number),
    scenario: setting("scenario", Object.entries(options.scenario)),
    priority: box("priority"),
    merging: box("merging"),
  };
  const button = (key, action) => html("button", {
    type: "button", "data-testid": `pipeline-${key}`, onclick: action,
  }, strings[key]);
  const again = button("start", () => change(start));

  // Time
  const go = (to) => {
    hour = Math.min(Math.max(to, 0), last());
    draw();
  };
  const keep = () => {
    if (model.get("hour") === hour) return;
    model.set("hour", hour);
    model.save_changes();
  };
  const move = (to) => {
    pause();
    go(to);
    keep();
  };
  function play() {
    if (hour >= last()) hour = 0;
    tick();
    timer = setInterval(tick, 1000 / model.get("speed"));
    drawTime();
  }
  function tick() {
    go(hour + 1);
    if (hour >= last()) {
      pause();
      keep();
    }
  }
  function pause() {
    clearInterval(timer);
    timer = null;
    drawTime();
  }
  const toggle = () => {
    if (timer === null) play();
    else {
      pause();
      keep();
    }
  };
  const playing = html("button", {
    type: "button", "data-testid": "pipeline-play", onclick: toggle,
  });
  const speed = select("speed", options.speeds.map((each) => [each, strings[`speed.${each}`]]),
    () => model.get("speed"), (value) => {
      model.set("speed", Number(value));
      model.save_changes();
      if (timer !== null) {
        clearInterval(timer);
        timer = setInterval(tick, 1000 / model.get("speed"));
      }
    });
  const slider = html("input", {
    type: "range", min: 0, max: last(), step: 1, id: `${id}-time`, "data-testid": "pipeline-time",
    "aria-describedby": `${id}-keys`, oninput: () => move(slider.valueAsNumber),
  });
  slider.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { PageUp: hour + 24, PageDown: hour - 24 }[event.key];
    if (event.key === " ") {
      if (!event.repeat) toggle();
    } else if (to !== undefined) move(to);
    else return;
    event.preventDefault();
  });

  // The stages
  const stages = {
    button: ["received", "hour"],
    package: ["most", "hour"],
    filter: ["settled", "upheld", "passed"],
    queue: ["waiting"],
    decision: ["busy", "reviewed", "upheld"],
    sanction: RUNGS,
    appeal: ["appealed", "open", "reversed"],
  };
  const numbers = {};
  const lanes = {};
  const bars = [];
  const cards = Object.entries(stages).map(([stage, names]) => {
    lanes[stage] = html("div", { class: "sq-lane", "aria-hidden": "true" },
      ...Array.from({ length: DOTS }, (_, index) =>
        html("span", { class: "sq-dot", style: `--sq-at: ${index}` })));
    const list = html("ul", {}, ...names.map((name) => {
      numbers[`${stage}.${name}`] = html("b", { "data-testid": `pipeline-${stage}-${name}` });
      return html("li", {}, numbers[`${stage}.${name}`], " ", strings[`${stage}.${name}`]);
    }));
    const extra = stage !== "queue" ? [] : [html("ul", { class: "sq-kinds" },
      ...run().kinds.map((kind, index) => {
        bars[index] = { n: html("span"), bar: html("span", { class: "sq-bar" }) };
        return html("li", {}, html("span", {}, strings[`kind.${kind}`]), " ", bars[index].n,
          html("span", { class: "sq-track", "aria-hidden": "true" }, bars[index].bar));
      }))];
    return html("li", { class: "sq-stage", "data-stage": stage },
      html("span", { class: "sq-name" }, strings[`stage.${stage}`]), lanes[stage], list, ...extra);
  });

  // The pictures and their twins
  const said = html("p", { class: "sq-sentence", role: "status", "data-testid": "pipeline-status" });
  const changed = html("p", {
    class: "sq-changed", role: "status", "aria-live": "polite", "data-testid": "pipeline-changed",
  });
  const scene = html("p", { "data-testid": "pipeline-scene" });
  const week = html("p", { "data-testid": "pipeline-week" });
  const queue = svg("svg", { role: "img", "aria-label": strings["days.chart"] });
  const chart = svg("svg", {
    role: "img", "aria-label": strings["waits.chart"], "data-testid": "pipeline-chart",
  });
  const rows = html("tbody");
  const days = html("tbody");
  const head = (names) => html("thead", {}, html("tr", {}, ...names.map((name) =>
    html("th", { scope: "col" }, name))));
  const scroll = (label, ...children) => html("div", {
    class: "sq-scroll", role: "region", tabindex: 0, "aria-label": label,
  }, ...children);
  const table = html("table", { "data-testid": "pipeline-table" },
    html("caption", {}, strings["table.caption"]),
    head(["kind", "arrived", "mean", "longest", "waiting", "before"].map(
      (name) => strings[`table.${name}`])), rows);
  const daily = html("table", { "data-testid": "pipeline-days" },
    html("caption", {}, strings["days.caption"]),
    head([strings["days.day"], ...run().kinds.map((kind) => strings[`kind.${kind}`]),
      strings["days.total"]]), days);
  const model_ = html("p");
  const origin = html("ul");
  const legend = html("ul", { class: "sq-legend" },
    ...["now", "longest", "before"].map((key) => html("li", {},
      svg("svg", { width: 28, height: 14, "aria-hidden": "true" }, sample(key)),
      strings[`legend.${key}`])));
  const shown = html("span", { class: "sq-moment", "aria-hidden": "true" });

  const labelled = (key) => html("label", {}, html("span", {}, strings[key]), controls[key]);
  const ticked = (key) => html("label", {}, controls[key], html("span", {}, strings[key]));
  const root = html("div", {
    class: "sendwell-pipeline", role: "group", lang: strings.lang, "aria-label": strings.widget,
  },
    html("div", { class: "sq-row", role: "group", "aria-label": strings.settings },
      labelled("reviewers"), labelled("peak"), labelled("volume"), labelled("scenario"),
      ticked("priority"), ticked("merging"), again),
    changed, scene,
    html("div", { class: "sq-time" },
      html("label", { for: slider.id }, strings.time, shown), queue, slider,
      html("div", { class: "sq-row" }, playing, button("back", () => move(hour - 1)),
        button("step", () => move(hour + 1)), button("first", () => move(0)),
        button("last", () => move(last())), html("label", {}, strings.speed, speed))),
    html("ol", { class: "sq-flow", "aria-label": strings.flow }, ...cards),
    html("p", { class: "sq-help" }, strings.dots),
    said,
    html("p", { class: "sq-title" }, strings.waits), chart, legend,
    html("p", { class: "sq-help" }, strings["waits.scale"]),
    scroll(strings["table.caption"], table), week,
    html("details", {}, html("summary", {}, strings["days.summary"]),
      scroll(strings["days.caption"], daily)),
    html("details", {}, html("summary", {}, strings.parameters), model_, origin),
    html("p", { class: "sq-help", id: `${id}-keys` }, strings["help.keys"]));

  // JupyterLab would take single letters for commands. Escape stays its way out.
  root.addEventListener("keydown", (event) => {
    const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    if (event.key !== "Escape" && !saves) event.stopPropagation();
  });

  function say(node, text) {
    if (node.textContent !== text) node.textContent = text;
  }

  function drawSettings() {
    for (const control of Object.values(controls)) control.draw();
    again.disabled = SETTINGS.every((name) => model.get(name) === start[name]);
  }

  function drawTime() {
    const on = timer !== null;
    playing.textContent = strings[on ? "pause" : "play"];
    root.classList.toggle("sq-playing", on);
    said.setAttribute("aria-live", on ? "off" : "polite"); // nobody is told of every hour
    speed.draw();
  }

  function draw() {
    const now = read(run(), hour);
    const before = read(run(), Math.max(hour - 1, 0));
    const since = (name) => now[name] - before[name];
    const of = (value) => fill(strings, "of", { n: value, all: run().settings.reviewers });
    const values = {
      "button.received": n(now.received), "button.hour": n(since("received")),
      "package.most": n(options.five), "package.hour": n(since("received")),
      "filter.settled": n(now.filtered), "filter.upheld": n(now.filter_upheld),
      "filter.passed": n(now.passed), "queue.waiting": n(now.waiting),
      "decision.busy": of(now.busy), "decision.reviewed": n(now.reviewed),
      "decision.upheld": n(now.people_upheld), "appeal.appealed": n(now.appealed),
      "appeal.open": n(now.open), "appeal.reversed": n(now.reversed),
    };
    for (const rung of RUNGS) values[`sanction.${rung}`] = n(now[rung]);
    for (const [key, value] of Object.entries(values)) say(numbers[key], value);
    const reached = {
      button: since("received"), package: since("received"), filter: since("received"),
      queue: since("passed"), decision: since("reviewed"), sanction: since("sanctions"),
      appeal: since("appealed"),
    };
    for (const [stage, count] of Object.entries(reached)) {
      const dots = Math.min(Math.ceil(Math.log2(1 + Math.max(count, 0)) / 1.6), DOTS);
      lanes[stage].dataset.dots = dots;
      [...lanes[stage].children].forEach((dot, index) => (dot.hidden = index >= dots));
    }
    now.kinds.forEach((count, index) => {
      say(bars[index].n, n(count));
      bars[index].bar.style.width = `${(100 * count) / Math.max(run().most, 1)}%`;
    });
    slider.value = hour;
    const words = moment(strings, hour);
    slider.setAttribute("aria-valuetext", words);
    say(shown, words);
    say(said, sentence(strings, run(), hour));
    const x = PAD + (hour / last()) * (queue.clientWidth - 2 * PAD);
    queue.querySelector(".sq-now")?.setAttribute("d", `M${x} 0V${queue.clientHeight}`);
  }

  function drawRun() {
    clearTimeout(patience);
    if (!fresh()) return;
    root.removeAttribute("aria-busy");
    say(changed, run().changed);
    say(scene, run().scene);
    scene.hidden = !run().scene;
    say(week, run().week);
    say(model_, run().model);
    const line = ([first, ...rest]) => html("tr", {}, html("th", { scope: "row" }, first),
      ...rest.map((cell) => html("td", {}, cell)));
    rows.replaceChildren(...run().rows.map(line));
    days.replaceChildren(...run().days.map(line));
    origin.replaceChildren(...run().parameters.map((each) => html("li", {}, each)));
    paint();
  }

  function paint() {
    const width = root.clientWidth - 18;
    if (width < 50) return; // not in the page yet
    paintQueue(queue, run(), width, strings);
    paintWaits(chart, run().waits, width, strings);
    draw();
  }

  el.append(root);
  const settings = () => {
    drawSettings();
    wait();
  };
  const time = () => {
    if (timer === null && model.get("hour") !== hour) go(model.get("hour"));
    drawTime();
  };
  const events = [
    ["change:run", drawRun], ["change:hour", time], ["change:speed", time],
    ...SETTINGS.map((name) => [`change:${name}`, settings]),
  ];
  for (const [event, action] of events) model.on(event, action);
  const observer = new ResizeObserver(paint);
  observer.observe(root);
  drawSettings();
  drawTime();
  drawRun();
  return () => {
    clearInterval(timer);
    clearTimeout(patience);
    observer.disconnect();
    for (const [event, action] of events) model.off(event, action);
  };
}

// ---------------------------------------------------------------- the pictures

function sample(key) {
  if (key === "longest") return svg("path", { class: "sq-longest", d: "M0 7H25M25 2v10" });
  const [y, height] = key === "now" ? [1, 12] : [4, 6];
  return svg("rect", { class: `sq-mean-${key}`, x: 1, y, width: 25, height });
}

function paintQueue(picture, run, width, strings) {
  const height = 92;
  const base = height - 20;
  const totals = run.frames.map((frame) =>
    frame.slice(FRAME.length).reduce((sum, each) => sum + each, 0));
  const most = Math.max(run.most, 1);
  const x = (at) => PAD + (at / (totals.length - 1)) * (width - 2 * PAD);
  const y = (count) => base - (count / most) * (base - 20);
  const line = totals.map((count, at) => `${at ? "L" : "M"}${x(at).toFixed(1)} ${y(count).toFixed(1)}`);
  const ticks = [];
  for (let day = 0; day * 24 < totals.length - 1; day += 1) {
    ticks.push(svg("path", { class: "sq-grid", d: `M${x(24 * day)} 16V${base}` }));
    if (day % 2 && x(24) - x(0) < 34) continue; // no room for every name
    ticks.push(svg("text", { x: x(24 * day) + 3, y: height - 5 }, strings[`short.${day % 7}`]));
  }
  picture.setAttribute("width", width);
  picture.setAttribute("height", height);
  picture.replaceChildren(...ticks,
    svg("path", { class: "sq-area", d: `${line.join("")}L${x(totals.length - 1)} ${base}L${PAD} ${base}Z` }),
    svg("path", { class: "sq-grid", d: `M${PAD} ${y(most)}H${width - PAD}` }),
    svg("text", { x: PAD + 6, y: y(most) - 5 },
      fill(strings, "days.most", { n: whole(strings, run.most) })),
    svg("path", { class: "sq-now", d: "" }));
}

function paintWaits(picture, waits, width, strings) {
  const texts = waits.map((wait) => fill(strings, "waits.row", {
    kind: strings[`kind.${wait.kind}`], mean: wait.mean_text, longest: wait.longest_text,
  }).split("; "));
  const apart = texts.some((each) => each.join("; ").length * 7.6 > width - 2 * PAD);
  const row = apart ? ROW + 18 : ROW;
  const height = 24 + row * waits.length;
  const x = (time) => PAD + place(time) * (width - 2 * PAD);
  const parts = TICKS.flatMap((tick) => [
    svg("path", { class: "sq-grid", d: `M${x(tick)} 20V${height}` }),
    svg("text", { x: x(tick), y: 14, class: tick > LEAST ? "sq-middle" : "" },
      strings[`tick.${tick}`]),
  ]);
  waits.forEach((wait, index) => {
    let y = 26 + row * index;
    const lines = apart ? texts[index] : [texts[index].join("; ")];
    lines.forEach((words, line) =>
      parts.push(svg("text", { x: PAD, y: y + 12 + 18 * line, class: "sq-halo" }, words)));
    if (apart) y += 18;
    const bar = (time, name, top, tall) => svg("rect", {
      class: name, x: PAD, y: y + top, width: Math.max(x(time) - PAD, 2), height: tall,
    });
    parts.push(svg("path", { class: "sq-longest", d: `M${PAD} ${y + 25}H${x(wait.longest)}m0 -6v12` }),
      bar(wait.mean, "sq-mean-now", 19, 12));
    if (wait.before_text) parts.push(bar(wait.before, "sq-mean-before", 36, 7));
  });
  picture.setAttribute("width", width);
  picture.setAttribute("height", height);
  picture.replaceChildren(...parts);
}

export default { render };
