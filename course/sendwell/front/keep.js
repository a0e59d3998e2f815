// Two buttons: save progress as a download, restore it from such a file. What a file holds is
// decided in Python; here it only goes in and out. Nothing leaves the machine.

const SECONDS = 10;

function render({ model, el }) {
  const text = model.get("strings");
  el.classList.add("sendwell-keep");
  const add = (tag, parent, words = "") => {
    const made = document.createElement(tag);
    made.textContent = words;
    parent.append(made);
    return made;
  };
  const group = add("div", el);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", text.title);
  const save = add("button", group, text.save);
  const restore = add("button", group, text.restore);
  for (const button of [save, restore]) button.type = "button";
  const input = add("input", group);
  input.type = "file";
  input.accept = ".json,application/json";
  input.hidden = true;
  input.setAttribute("aria-label", text.restore);
  const said = add("p", el, model.get("said"));
  said.setAttribute("role", "status");
  add("p", el, text.help);

  let waiting = null;
  const ask = (message) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { said.textContent = text.stopped; }, SECONDS * 1000);
    model.send(message);
  };
  const tell = () => {
    clearTimeout(waiting);
    said.textContent = model.get("said");
  };
  const download = (message) => {
    if (message.type !== "file") return;
    const link = document.createElement("a");
    link.download = message.name;
    link.href = URL.createObjectURL(new Blob([message.text], { type: "application/json" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    tell();
  };
  save.addEventListener("click", () => ask({ type: "save" }));
  restore.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = "";
    if (file) ask({ type: "restore", text: await file.text() });
  });
  model.on("change:said", tell);
  model.on("msg:custom", download);
  return () => {
    clearTimeout(waiting);
    model.off("change:said", tell);
    model.off("msg:custom", download);
  };
}

export default { render };
