// The phone in the browser. It recomputes everything from the traits, so it works without a
// kernel; the first half mirrors phone_rules.py and phone.py, and a test keeps them in agreement.
// Nothing is sent anywhere. Every word shown comes from the traits `strings` and `chats`.

const FIVE = 5;

export function state(chat, steps) {
  const all = chat.messages.map((_, index) => index + 1);
  const received = all.filter((n) => chat.messages[n - 1].sender);
  const sent = new Set();
  let here = all;
  let empty = false;
  for (const step of steps) {
    const [name, number] = step.split(":");
    if (name.startsWith("report")) {
      const last = number ? Number(number) : all.length;
      const found = received.filter((n) => here.includes(n) && n <= last).slice(-FIVE);
      empty ||= !found.length;
      for (const n of found) sent.add(n);
    } else if (name.startsWith("delete")) {
      here = here.filter((n) => number && n !== Number(number));
    }
  }
  return {
    sent: all.filter((n) => sent.has(n)),
    here,
    lost: all.filter((n) => !here.includes(n) && !sent.has(n)),
    blocked: steps.includes("block"),
    left: steps.includes("report") && !chat.number,
    empty,
  };
}

export function choices(chat, steps) {
  const now = state(chat, steps);
  const found = [];
  if (!steps.includes("report")) found.push("report");
  if (chat.number && !now.blocked) found.push("block");
  if (!steps.includes("delete")) found.push("delete");
  for (const n of now.here) {
    const step = `report_message:${n}`;
    if (chat.messages[n - 1].sender && !now.left && !steps.includes(step)) found.push(step);
    found.push(`delete_message:${n}`);
  }
  return found;
}

function fill(strings, key, values = {}) {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, () => String(value)), strings[key]);
}

function messages(strings, numbers) {
  const n = numbers.length;
  if (!n) return strings["messages.none"];
  return fill(strings, `messages.${n === 1 ? "one" : "other"}`, { n });
}

function done(strings, chat, step) {
  const [name, n = ""] = step.split(":");
  return fill(strings, `done.${name}`, { n, who: chat.name });
}

export function sentence({ strings, chat, actions }) {
  if (!actions.length) return fill(strings, "sentence.none", { n: chat.messages.length });
  const now = state(chat, actions);
  return fill(strings, "sentence", {
    steps: actions.map((step) => done(strings, chat, step)).join("; "),
    sent: messages(strings, now.sent),
    here: messages(strings, now.here),
    lost: messages(strings, now.lost),
  });
}

export function told({ strings, chat, actions }) {
  const now = state(chat, actions);
  const names = actions.map((step) => step.split(":")[0]);
  const reported = names.includes("report") || names.includes("report_message");
  const deleted = names.includes("delete") || names.includes("delete_message");
  const keys = {
    whatsapp: {
      report: reported && now.sent.length > 0,
      bare: reported && !now.sent.length,
      block: now.blocked,
    },
    them: { report: reported, block: now.blocked, left: now.left, delete: deleted },
    you: { report: reported, empty: now.empty },
  };
  const values = { sent: messages(strings, now.sent), who: chat.name };
  return Object.entries(keys).map(([who, parts]) => [
    who === "them" ? chat.name : strings[`told.${who}`],
    Object.keys(parts).filter((key) => parts[key])
      .map((key) => fill(strings, `told.${who}.${key}`, values)).join(" ")
      || strings["told.nothing"],
  ]);
}

export function rows({ strings, chat, actions }) {
  const now = state(chat, actions);
  return chat.messages.map((message, index) => {
    const [sent, here] = [now.sent.includes(index + 1), now.here.includes(index + 1)];
    const added = fill(strings, "attachment", { name: message.attachment });
    return [
      String(index + 1),
      message.sender || strings.you,
      message.attachment ? `${message.text} (${added})` : message.text,
      strings[sent ? "yes" : "no"],
      strings[here ? "yes" : "no"],
      strings[`means.${means(sent, here)}`],
    ];
  });
}

function means(sent, here) {
  if (sent) return here ? "both" : "sent";
  return here ? "here" : "lost";
}

// ---------------------------------------------------------------- the view

const PRESS = 500; // ms that a finger must stay; real phones differ
const DRIFT = 8; // px that it may move meanwhile
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

function render({ model, el }) {
  const strings = model.get("strings");
  const id = `sendwell-phone-${(instances += 1)}`;
  let open = null; // null, "chat" or the number of a message
  const now = () => ({
    strings, chat: model.get("chats")[model.get("chat")], actions: model.get("actions"),
  });
  const change = (values) => {
    open = null;
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
    draw();
  };
  const take = (steps) => {
    const place = open;
    change({ actions: [...model.get("actions"), ...steps] });
    // The message may be gone; then the chat's own button is the nearest place.
    const next = screen.querySelector(`[data-open="${place}"]`);
    (next && !next.disabled ? next : screen.querySelector('[data-open="chat"]')).focus();
  };
  const show = (place) => {
    open = place;
    draw();
    screen.querySelector('[role="menuitem"]')?.focus();
  };
  const close = () => {
    const place = open;
    open = null;
    draw();
    screen.querySelector(`[data-open="${place}"]`)?.focus();
  };

  const group = (key, values, set) => html("div", {
    class: "sp-row", role: "radiogroup", "aria-labelledby": `${id}-${key}`,
  }, html("span", { id: `${id}-${key}` }, strings[key]), ...values.map((value) =>
    html("label", {}, html("input", {
      type: "radio", name: `${id}-${key}-radio`, value, "data-key": key,
      "data-testid": `phone-${key}-${value}`, onchange: () => change(set(value)),
    }), strings[`${key}.${value}`])));
  const button = (key, action) => html("button", {
    type: "button", "data-testid": `phone-${key}`, onclick: action,
  }, strings[key]);

  const screen = html("div", { class: "sp-phone", "data-testid": "phone-screen" });
  const status = html("p", {
    role: "status", "aria-live": "polite", "data-testid": "phone-status",
  });
  const list = html("dl", { "data-testid": "phone-told" });
  const body = html("tbody");
  const table = html("table", { "data-testid": "phone-table" },
    html("caption", {}, strings["table.caption"]),
    html("thead", {}, html("tr", {}, ...["number", "sender", "text", "sent", "here", "means"].map(
      (name) => html("th", { scope: "col" }, strings[`table.${name}`])))), body);
  const undo = button("undo", () => change({ actions: model.get("actions").slice(0, -1) }));
  const again = button("again", () => change({ actions: [] }));
  const root = html("div", {
    class: "sendwell-phone", role: "group", lang: strings.lang, "aria-label": strings.widget,
  },
    html("div", { class: "sp-row" },
      group("platform", ["android", "iphone"], (platform) => ({ platform })),
      group("chat", ["direct", "group"], (chat) => ({ actions: [], chat }))),
    html("p", {}, strings.help), screen,
    html("div", { class: "sp-row" }, undo, again), status,
    html("div", { class: "sp-told" }, html("p", { class: "sp-title" }, strings.told), list),
    html("div", {
      class: "sp-scroll", role: "region", tabindex: 0, "aria-label": strings["table.caption"],
    }, table),
    html("p", {}, fill(strings, "model", { five: FIVE })), html("p", {}, strings.yours));

  // JupyterLab would take single letters for commands. Escape without a menu stays its way out.
  root.addEventListener("keydown", (event) => {
    const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    if (event.key === "Escape" && open !== null) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key !== "Escape" && !saves) event.stopPropagation();
  });

  function item(key, steps) {
    return html("button", {
      type: "button", role: "menuitem", tabindex: -1, "data-testid": `phone-menu-${key}`,
      onclick: () => take(steps),
    }, strings[`menu.${key}`]);
  }

  function menu(place, chat, known) {
    const items = [];
    if (place === "chat") {
      if (known.includes("report")) items.push(item(chat.number ? "report" : "report.group", ["report"]));
      if (known.includes("report") && known.includes("block")) {
        items.push(item("report_block", ["report", "block"]));
      }
      if (known.includes("block")) items.push(item("block", ["block"]));
      if (known.includes("delete")) items.push(item("delete", ["delete"]));
    } else {
      for (const name of ["report_message", "delete_message"]) {
        if (known.includes(`${name}:${place}`)) items.push(item(name, [`${name}:${place}`]));
      }
    }
    const label = place === "chat" ? strings["menu.chat"]
      : fill(strings, "menu.message", { n: place });
    const node = html("div", { class: "sp-menu", role: "menu", "aria-label": label }, ...items);
    node.addEventListener("keydown", (event) => {
      const at = items.indexOf(event.target);
      const to = {
        ArrowDown: (at + 1) % items.length, ArrowUp: (at + items.length - 1) % items.length,
        Home: 0, End: items.length - 1,
      }[event.key];
      if (event.key === "Tab") open = null;
      if (event.key === "Tab") setTimeout(draw);
      if (to === undefined) return;
      items[to].focus();
      event.preventDefault();
    });
    return node;
  }

  function opener(place, label, known) {
    const can = place === "chat" ? known.some((step) => !step.includes(":"))
      : known.some((step) => step.endsWith(`:${place}`));
    const node = html("button", {
      type: "button", class: "sp-open", "data-open": place, "aria-label": label,
      "aria-haspopup": "menu", "aria-expanded": open === place,
      onclick: () => (open === place ? close() : show(place)),
    }, "⋯");
    node.disabled = !can;
    return node;
  }

  function hold(node, place) {
    let timer = null;
    let start = null;
    const stop = () => clearTimeout(timer);
    node.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || event.target.closest("button")) return;
      start = event;
      timer = setTimeout(() => show(place), PRESS);
    });
    node.addEventListener("pointermove", (event) => {
      if (start && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > DRIFT) {
        stop();
      }
    });
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
      node.addEventListener(name, stop);
    }
    node.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      stop();
      show(place);
    });
  }

  function draw() {
    const { chat, actions } = now();
    const current = state(chat, actions);
    const known = choices(chat, actions);
    for (const radio of root.querySelectorAll("input[type=radio]")) {
      radio.checked = model.get(radio.dataset.key) === radio.value;
    }
    const top = html("div", { class: "sp-top" },
      html("span", {}, html("b", {}, chat.name), ` ${chat.number}`),
      opener("chat", strings["open.chat"], known));
    const items = chat.messages.map((message, index) => {
      const n = index + 1;
      const [sent, here] = [current.sent.includes(n), current.here.includes(n)];
      const note = strings[`means.${means(sent, here)}`];
      const node = html("li", {
        class: `sp-message${message.sender ? "" : " sp-own"}${sent ? " sp-sent" : ""}`
          + (here ? "" : " sp-gone"), "data-message": n,
      },
        html("div", { class: "sp-top" },
          html("b", {}, `${n}. ${message.sender || strings.you}, ${message.time}`),
          ...(here ? [opener(n, fill(strings, "open.message", { n }), known)] : [])),
        html("div", {}, message.text),
        ...(message.attachment
          ? [html("div", {}, fill(strings, "attachment", { name: message.attachment }))] : []),
        ...(actions.length ? [html("div", { class: "sp-note" }, note)] : []),
        ...(open === n ? [menu(n, chat, known)] : []));
      if (known.some((step) => step.endsWith(`:${n}`))) hold(node, n);
      return node;
    });
    screen.className = `sp-phone sp-${model.get("platform")}`;
    screen.replaceChildren(top, ...(open === "chat" ? [menu("chat", chat, known)] : []),
      html("ul", {}, ...items));
    undo.disabled = !actions.length;
    again.disabled = !actions.length;
    const said = sentence(now());
    if (status.textContent !== said) status.textContent = said;
    list.replaceChildren(...told(now()).flatMap(([who, words]) =>
      [html("dt", {}, who), html("dd", {}, words)]));
    body.replaceChildren(...rows(now()).map(([first, ...rest]) => html("tr", {},
      html("th", { scope: "row" }, first), ...rest.map((cell) => html("td", {}, cell)))));
  }

  el.append(root);
  const events = ["chat", "platform", "actions"].map((name) => `change:${name}`);
  for (const event of events) model.on(event, draw);
  draw();
  return () => {
    for (const event of events) model.off(event, draw);
  };
}

export default { render };
