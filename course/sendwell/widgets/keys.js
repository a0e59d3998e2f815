// Stands among the fields of a form and takes no room. What is typed on them stays with them:
// JupyterLab would take arrow keys and single letters for commands, and go to another cell, or cut
// one. Escape and saving stay its own.

function render({ el }) {
  el.hidden = true;
  const keep = (event) => {
    const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    if (event.key !== "Escape" && !saves) event.stopPropagation();
  };
  let form = null;
  let frame = 0;
  // What holds the fields is there a moment later than what it holds.
  const find = () => {
    form = el.parentElement?.closest(".widget-box");
    if (form) form.addEventListener("keydown", keep);
    else frame = requestAnimationFrame(find);
  };
  find();
  return () => {
    cancelAnimationFrame(frame);
    form?.removeEventListener("keydown", keep);
  };
}

export default { render };
