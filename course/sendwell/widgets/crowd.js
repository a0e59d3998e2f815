// The crowd in the browser. It recomputes everything from the traits, so it works without a kernel;
// the first half mirrors crowd_rules.py and crowd.py, and a test keeps them in agreement.
// Every word shown comes from the trait `strings`.

const CROWD = 1000000;
const MOST = 1000;
const NAMES = ["guilty", "caught", "cleared"];

export function flagged(guilty, caught, cleared) {
  const right = guilty * caught;
  const wrong = (MOST - guilty) * (MOST - cleared);
  const every = right + wrong;
  const innocent = every ? Math.floor((2 * MOST * wrong + every) / (2 * every)) : null;
  return { right, wrong, innocent };
}

function number(n) {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

function fill(strings, key, values = {}) {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, () => String(value)), strings[key]);
}

export function sentence(strings, { guilty, caught, cleared }) {
  const now = flagged(guilty, caught, cleared);
  return fill(strings, now.innocent === null ? "sentence.none" : "sentence", {
    crowd: number(CROWD), right: number(now.right), wrong: number(now.wrong),
    innocent: number(now.innocent ?? 0),
  });
}

export function rows(strings, { guilty, caught, cleared }) {
  const now = flagged(guilty, caught, cleared);
  const all = guilty * MOST;
  return [
    [strings["table.guilty"], number(now.right), number(all - now.right)],
    [strings["table.innocent"], number(now.wrong), number(CROWD - all - now.wrong)],
  ];
}

// ---------------------------------------------------------------- the view

const COLUMNS = 50;
const SVG = "http://www.w3.org/2000/svg";
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

function square(n, empty) {
  const node = document.createElementNS(SVG, "rect");
  const values = { x: (n % COLUMNS) * 10 + 1, y: Math.floor(n / COLUMNS) * 10 + 1, width: 8, height: 8 };
  for (const [name, value] of Object.entries(values)) node.setAttribute(name, value);
  node.setAttribute("class", empty ? "sc-empty" : "sc-full");
  return node;
}

function render({ model, el }) {
  const strings = model.get("strings");
  const id = `sendwell-crowd-${(instances += 1)}`;
  const now = () => Object.fromEntries(NAMES.map((name) => [name, model.get(name)]));
  const set = (values) => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
    draw();
  };

  const sliders = NAMES.map((name) => html("input", {
    type: "range", id: `${id}-${name}`, min: 0, max: MOST, step: 1, "data-name": name,
    "data-testid": `crowd-${name}`,
    oninput: (event) => set({ [name]: Number(event.target.value) }),
  }));
  const outputs = NAMES.map((name) => html("output", {
    for: `${id}-${name}`, "aria-live": "off", "data-testid": `crowd-${name}-value`,
  }));
  const status = html("p", { role: "status", "aria-live": "polite", "data-testid": "crowd-status" });
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("role", "img");
  picture.setAttribute("data-testid", "crowd-picture");
  const body = html("tbody");
  const again = html("button", {
    type: "button", "data-testid": "crowd-again",
    onclick: () => set(Object.fromEntries(NAMES.map((name, n) => [name, model.get("start")[n]]))),
  }, strings.again);
  const root = html("div", {
    class: "sendwell-crowd", role: "group", lang: strings.lang, "aria-label": strings.widget,
  },
    ...NAMES.map((name, n) => html("div", { class: "sc-slider" },
      html("label", { for: `${id}-${name}` }, strings[name]),
      html("span", { class: "sc-move" }, sliders[n], outputs[n]))),
    status, picture,
    html("p", { class: "sc-legend" },
      ...["innocent", "guilty"].map((who) => html("span", {},
        html("span", { class: `sc-key sc-key-${who}`, "aria-hidden": "true" }),
        strings[`legend.${who}`]))),
    html("div", {
      class: "sc-scroll", role: "region", tabindex: 0, "aria-label": strings["table.caption"],
    }, html("table", { "data-testid": "crowd-table" },
      html("caption", {}, strings["table.caption"]),
      html("thead", {}, html("tr", {}, ...["who", "flagged", "alone"].map(
        (name) => html("th", { scope: "col" }, strings[`table.${name}`])))), body)),
    again);

  // JupyterLab would take single letters for commands; Escape stays its way out.
  root.addEventListener("keydown", (event) => {
    const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    if (event.key !== "Escape" && !saves) event.stopPropagation();
  });

  function draw() {
    const { guilty, caught, cleared } = now();
    const found = flagged(guilty, caught, cleared);
    NAMES.forEach((name, n) => {
      const words = fill(strings, "value", { n: number(model.get(name)) });
      sliders[n].value = model.get(name);
      sliders[n].setAttribute("aria-valuetext", words);
      outputs[n].textContent = words;
    });
    const said = sentence(strings, now());
    if (status.textContent !== said) status.textContent = said;
    const none = found.innocent === null;
    picture.setAttribute("viewBox", `0 0 ${COLUMNS * 10} ${none ? 10 : (MOST / COLUMNS) * 10}`);
    picture.setAttribute("aria-label", none ? strings["picture.none"] : fill(strings, "picture", {
      innocent: number(found.innocent), guilty: number(MOST - found.innocent),
    }));
    picture.replaceChildren(...(none ? []
      : Array.from({ length: MOST }, (_, n) => square(n, n < found.innocent))));
    body.replaceChildren(...rows(strings, now()).map(([first, ...rest]) => html("tr", {},
      html("th", { scope: "row" }, first), ...rest.map((cell) => html("td", {}, cell)))));
  }

  el.append(root);
  for (const name of NAMES) model.on(`change:${name}`, draw);
  draw();
  return () => {
    for (const name of NAMES) model.off(`change:${name}`, draw);
  };
}

export default { render };
