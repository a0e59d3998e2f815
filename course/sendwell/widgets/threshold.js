// The threshold explorer in the browser. It recomputes everything from the traits, so it works
// without a kernel; the first half mirrors threshold_rules.py and threshold.py, and a test keeps
// them in agreement. Every word shown comes from the trait `strings`.

const MOST = 1000;
const DEAREST = 50;
const NAMES = ["threshold", "unwanted", "miss", "alarm"];

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

export function flags(scores, { threshold, unwanted, miss, alarm }) {
  const found = sum(scores.unwanted.slice(threshold));
  const alarms = sum(scores.honest.slice(threshold));
  const bad = sum(scores.unwanted);
  const good = sum(scores.honest);
  const missed = bad - found;
  const right = unwanted * found * good;
  const wrong = (MOST - unwanted) * alarms * bad;
  const every = right + wrong;
  const honest = every ? Math.floor((2 * MOST * wrong + every) / (2 * every)) : null;
  const costs = unwanted * missed * miss * good + (MOST - unwanted) * alarms * alarm * bad;
  const below = bad * good;
  const cost = Math.floor((20 * costs + below) / (2 * below));
  return { found, missed, alarms, passed: good - alarms, honest, cost };
}

export function byScore(scores, width) {
  const end = scores.honest.length;
  const rows = [];
  for (let first = 0; first < end; first += width) {
    let last = Math.min(first + width, end);
    if (end - last < width) last = end; // the score of 100 belongs to the last bar
    rows.push([first, last - 1,
      sum(scores.honest.slice(first, last)), sum(scores.unwanted.slice(first, last))]);
    if (last === end) break;
  }
  return rows;
}

function fill(strings, key, values = {}) {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, () => String(value)), strings[key]);
}

function tenths(strings, number) {
  const rest = number % 10;
  return `${(number - rest) / 10}${rest ? strings.decimal + rest : ""}`;
}

export function sentence(strings, scores, now) {
  const found = flags(scores, now);
  return [
    fill(strings, "sentence.flags", {
      threshold: now.threshold, found: found.found, bad: sum(scores.unwanted),
      alarms: found.alarms, good: sum(scores.honest),
    }),
    found.honest === null ? strings["sentence.none"]
      : fill(strings, "sentence.honest", { unwanted: now.unwanted, honest: found.honest }),
    fill(strings, "sentence.cost", { cost: tenths(strings, found.cost) }),
  ].join(" ");
}

export function rows(strings, scores, now) {
  const found = flags(scores, now);
  return [
    [strings["matrix.unwanted"], String(found.found), String(found.missed)],
    [strings["matrix.honest"], String(found.alarms), String(found.passed)],
  ];
}

export function scoreRows(strings, scores) {
  return byScore(scores, 10).map(([first, last, honest, unwanted]) => [
    fill(strings, "scores.range", { first, last }), String(honest), String(unwanted)]);
}

// ---------------------------------------------------------------- the view

const SVG = "http://www.w3.org/2000/svg";
const UNIT = 5;
const UP = 100;
const DOWN = 70;
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

function drawn(tag, values) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(values)) node.setAttribute(name, value);
  return node;
}

function bars(scores) {
  return byScore(scores, 5).flatMap(([first, last, honest, unwanted]) => {
    const place = { x: first * UNIT + 1, width: (last + 1 - first) * UNIT - 2 };
    return [
      drawn("rect", { ...place, y: UP - 2 * honest, height: 2 * honest, class: "st-empty" }),
      drawn("rect", { ...place, y: UP, height: 2 * unwanted, class: "st-full" }),
    ];
  });
}

function filled(tbody, lines) {
  tbody.replaceChildren(...lines.map(([first, ...rest]) => html("tr", {},
    html("th", { scope: "row" }, first), ...rest.map((cell) => html("td", {}, cell)))));
  return tbody;
}

function table(strings, name, columns, tbody) {
  return html("div", {
    class: "st-scroll", role: "region", tabindex: 0, "aria-label": strings[`${name}.caption`],
  }, html("table", { "data-testid": `threshold-${name}` },
    html("caption", {}, strings[`${name}.caption`]),
    html("thead", {}, html("tr", {}, ...columns.map(
      (column) => html("th", { scope: "col" }, strings[`${name}.${column}`])))), tbody));
}

function render({ model, el }) {
  const strings = model.get("strings");
  const scores = model.get("scores");
  const most = { threshold: scores.honest.length, unwanted: MOST, miss: DEAREST, alarm: DEAREST };
  const id = `sendwell-threshold-${(instances += 1)}`;
  const now = () => Object.fromEntries(NAMES.map((name) => [name, model.get(name)]));
  const set = (values) => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
    draw();
  };

  const sliders = NAMES.map((name) => html("input", {
    type: "range", id: `${id}-${name}`, min: 0, max: most[name], step: 1, "data-name": name,
    "data-testid": `threshold-${name}`,
    oninput: (event) => set({ [name]: Number(event.target.value) }),
  }));
  const outputs = NAMES.map((name) => html("output", {
    for: `${id}-${name}`, "aria-live": "off", "data-testid": `threshold-${name}-value`,
  }));
  const status = html("p", {
    role: "status", "aria-live": "polite", "data-testid": "threshold-status",
  });
  const line = drawn("line", { y1: 0, y2: UP + DOWN, class: "st-line" });
  const picture = drawn("svg", {
    role: "img", "aria-label": strings.picture, "data-testid": "threshold-picture",
    viewBox: `0 0 ${scores.honest.length * UNIT + 2} ${UP + DOWN}`,
  });
  picture.append(...bars(scores), line);
  const body = html("tbody");
  const again = html("button", {
    type: "button", "data-testid": "threshold-again",
    onclick: () => set(Object.fromEntries(NAMES.map((name, n) => [name, model.get("start")[n]]))),
  }, strings.again);
  const root = html("div", {
    class: "sendwell-threshold", role: "group", lang: strings.lang, "aria-label": strings.widget,
  },
    ...NAMES.map((name, n) => html("div", { class: "st-slider" },
      html("label", { for: `${id}-${name}` }, strings[name]),
      html("span", { class: "st-move" }, sliders[n], outputs[n]))),
    status, picture,
    html("p", { class: "st-axis", "aria-hidden": "true" },
      html("span", {}, strings["axis.low"]), html("span", {}, strings["axis.high"])),
    html("p", { class: "st-legend" }, ...["honest", "unwanted", "line"].map((what) =>
      html("span", {},
        html("span", { class: `st-key st-key-${what}`, "aria-hidden": "true" }),
        strings[`legend.${what}`]))),
    table(strings, "matrix", ["who", "flagged", "alone"], body),
    html("details", {}, html("summary", {}, strings["scores.summary"]),
      table(strings, "scores", ["score", "honest", "unwanted"],
        filled(html("tbody"), scoreRows(strings, scores)))),
    again);

  // JupyterLab would take single letters for commands; Escape stays its way out.
  root.addEventListener("keydown", (event) => {
    const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    if (event.key !== "Escape" && !saves) event.stopPropagation();
  });

  function draw() {
    NAMES.forEach((name, n) => {
      const words = fill(strings, `value.${name}`, { n: model.get(name) });
      sliders[n].value = model.get(name);
      sliders[n].setAttribute("aria-valuetext", words);
      outputs[n].textContent = words;
    });
    const said = sentence(strings, scores, now());
    if (status.textContent !== said) status.textContent = said;
    const x = model.get("threshold") * UNIT;
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
    filled(body, rows(strings, scores, now()));
  }

  el.append(root);
  for (const name of NAMES) model.on(`change:${name}`, draw);
  draw();
  return () => {
    for (const name of NAMES) model.off(`change:${name}`, draw);
  };
}

export default { render };
