"""Nothing that a learner wrote runs, loads or hides in the instructor's browser."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser
from typing import Any

import pytest
from nbconvert.filters import markdown2html
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

from fairmark.judge.cells import Judged
from fairmark.judge.notebook import Graded
from fairmark.record.markup import clean_html, clean_markdown, clean_raw, clean_svg
from fairmark.record.notebooks import clean_notebook
from fairmark.record.sanitise import OUTPUTS, TEXT_CHARACTERS, clean_outputs
from fairmark.record.text import clean_terminal, clean_text
from sendwell.checks.report import MIMETYPE

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'

#: Where a learner puts it -> what. Each holds the word EVIL where something would be run or loaded.
HTML = [
    "<script>EVIL()</script>",
    "<ScRiPt src=//EVIL.example/x.js></sCrIpT>",
    "<script\x0c>EVIL()</script\x0c>",
    "<img src=x onerror=EVIL()>",
    "<img src=x\tonerror\n=\nEVIL()>",
    "<img src='http://EVIL.example/pixel.png'>",
    "<img srcset='http://EVIL.example/x 2x' src='data:text/html,EVIL'>",
    "<svg onload=EVIL()></svg>",
    "<svg><animate onbegin=EVIL() attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1'>",
    "<noscript><p title='</noscript><img src=x onerror=EVIL()>'>",
    "<iframe src='javascript:EVIL()'></iframe>",
    "<iframe srcdoc='<script>EVIL()</script>'></iframe>",
    "<object data='data:text/html,<script>EVIL()</script>'></object><embed src=//EVIL.example>",
    "<form action='//EVIL.example'><input name=score autofocus onfocus=EVIL()><button>Full",
    "<a href='javascript:EVIL()'>x</a>",
    "<a href='jAvA\tsc\nript:EVIL()'>x</a>",
    "<a href='&#106;avascript&colon;EVIL()'>x</a>",
    "<a href='\x01javascript:EVIL()'>x</a>",
    "<a href='data:text/html,<script>EVIL()</script>'>x</a>",
    "<a href='vbscript:EVIL()'>x</a>",
    "<base href='//EVIL.example/'><link rel=stylesheet href='//EVIL.example/x.css'>",
    "<meta http-equiv=refresh content='0;url=//EVIL.example'>",
    "<style>@import '//EVIL.example/x.css'; body{background:url(//EVIL.example)}</style>",
    "<div style='background:url(//EVIL.example/x)'>x</div>",
    "<div style='background:u\\72l(//EVIL.example/x)'>x</div>",
    "<div style='width: expression(EVIL())'>x</div>",
    "<div style='position:fixed;inset:0;z-index:9999' class='btn full-credit EVIL'>x</div>",
    "<details open ontoggle=EVIL()>x</details>",
    "<video src=//EVIL.example/x autoplay><source onerror=EVIL()></video>",
    "<textarea></textarea><img src=x onerror=EVIL()>",
    "<p>$\\href{javascript:EVIL()}{x}$</p>",
    "<p>$\\hr<!-- -->ef{javascript:EVIL()}{x}$</p>",
    "<table background='//EVIL.example/x'><td background='//EVIL.example'>x</table>",
    "<input type=image src=//EVIL.example formaction='javascript:EVIL()'>",
]
DRAWINGS = [
    SVG.format("<script>EVIL()</script>"),
    SVG.format("<script xlink:href='//EVIL.example/x.js'/>"),
    SVG.format("<a xlink:href='javascript:EVIL()'><text>x</text></a>"),
    SVG.format("<foreignObject><body onload='EVIL()' xmlns='http://www.w3.org/1999/xhtml'/>"),
    SVG.format("<use xlink:href='//EVIL.example/x.svg#a'/>"),
    SVG.format("<use href='data:image/svg+xml,EVIL#x'/>"),
    SVG.format("<image xlink:href='//EVIL.example/x.png'/><image href='data:image/svg+xml,EVIL'/>"),
    SVG.format("<set attributeName='href' to='javascript:EVIL()'/>"),
    SVG.format("<animate attributeName='xlink:href' values='javascript:EVIL()'/>"),
    SVG.format("<style>@import '//EVIL.example'; *{fill:url(//EVIL.example#x)}</style>"),
    SVG.format("<rect style='fill:url(//EVIL.example#x)' fill='url(//EVIL.example#x)'/>"),
    SVG.format("<rect onclick='EVIL()' width='1'/>"),
    SVG.format("<filter><feImage href='//EVIL.example'/></filter>"),
    "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///EVIL'>]>" + SVG.format("<text>&x;</text>"),
    "<html><img src=x onerror=EVIL()><svg></svg>",
]
MARKDOWN = [
    "<script>EVIL()</script>",
    "<img src=x onerror=EVIL()>",
    "<b onclick=EVIL()>x</b>",
    "<b\nonclick=EVIL()>x</b>",
    "```\n<script>\n```\n</code></pre><script>EVIL()</script>",
    "`` ` ``<script>EVIL()</script>`",
    "<!-- --><script>EVIL()</script>",
    "<?php <script>EVIL()</script> ?>",
    "<details><summary onclick=EVIL()>x</summary></details>",
    "[x](javascript:EVIL())",
    "[x]( <javascript:EVIL()> )",
    "[x](<java\tscript:EVIL()>)",
    "[x](&#106;avascript:EVIL())",
    "[x](&#x6a;avascript&colon;EVIL())",
    "[x](\\javascript\\:EVIL())",
    "[x](\n  javascript:EVIL())",
    "[x](data:text/html;base64,EVIL)",
    "[x](vbscript:EVIL())",
    "[x]\n\n[x]: javascript:EVIL()",
    "[x]\n\n[x]:\n  <javascript:EVIL()>",
    "[x][y]\n\n[y]: java&Tab;script:EVIL()",
    "<javascript:EVIL()>",
    "![x](javascript:EVIL())",
    "![x](http://EVIL.example/pixel.png)",
    "![x][y]\n\n[y]: http://EVIL.example/pixel.png",
    "![x](//EVIL.example/pixel.png)",
    "![x](../../../hub/EVIL)",
    "$\\href{javascript:EVIL()}{x}$",
    "$$\\bbox[background:url(//EVIL.example)]{x}$$",
    "&#36;&#92;href{javascript:EVIL()}{x}&#36;",
    "$\\def\\x{\\hre}\\x f$ $\\require{html}\\style{background:url(//EVIL.example)}{x}$",
    "<svg><script>EVIL()</script></svg>",
    "<table><tr><td background=//EVIL.example></table>",
    '```mermaid\ngraph TD; A-->B; click A "javascript:EVIL()"\n```',
    "a\u2028<img src=x onerror=EVIL()>",
]
TERMINAL = [
    "\x1b]0;EVIL\x07",
    "\x1b]8;;http://EVIL.example\x1b\\click\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[HEVIL",
    "\x1b[1A\x1b[2K",
    "\x9b2J",
    "\x1bP+q544e\x1b\\",
    "\x1b[?1049h",
    "\x1bc",
    "\x1b[6n",
    "\x1b[0;" + "1" * 500 + "m",
    "passed\rfailed",
    "passed\x08\x08\x08",
    "\x1b(0lqk",
    "a\x00b\x7f",
]


class Findings(HTMLParser):
    """What in a page would run, load or ask for something."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {
            "script",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "base",
            "link",
            "meta",
            "style",
            "video",
            "audio",
            "source",
            "animate",
            "set",
            "foreignobject",
            "textarea",
            "frame",
            "applet",
            "math",
        }:
            self.found.append(tag)
        for name, value in attrs:
            plain = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name in {"srcset", "srcdoc", "background", "action"}:
                self.found.append(f"{tag} {name}")
            if plain.startswith(("javascript:", "vbscript:", "data:text")) or (
                plain.startswith("data:") and not plain.startswith("data:image/")
            ):
                self.found.append(f"{tag} {name}={value}")
            if name == "src" and not plain.startswith("data:image/"):
                self.found.append(f"{tag} {name}={value}")
            if name == "href" and tag != "a" and not plain.startswith("#"):
                self.found.append(f"{tag} {name}={value}")
            if name == "style" and ("evil" in plain or "position" in plain):
                self.found.append(f"{tag} {name}={value}")
            if name == "class" and "evil" in plain:
                self.found.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if re.search(r"\\(href|bbox|require|style)", data):
            self.found.append(f"TeX {data}")


def findings(html: str) -> list[str]:
    parser = Findings()
    parser.feed(html)
    parser.close()
    return parser.found


def rendered(kind: str, value: str) -> str:
    """An output of a learner in the browser, as nbconvert's and formgrader's templates put it."""
    (output,) = clean_outputs([new_output("display_data", data={kind: value})])
    text = output["data"].get(kind, "")
    return str(markdown2html(text)) if kind == "text/markdown" else text


def rendered_cell(cell: Any) -> str:
    graded = Graded("one", new_notebook(cells=[cell]), (), {})
    source = "".join(clean_notebook(graded)["cells"][0]["source"])
    return str(markdown2html(source)) if cell.cell_type == "markdown" else source


@pytest.mark.parametrize("space", ["", " ", "\t", "\u00a0", "\u2003", "\u3000"], ids=repr)
@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_no_fence_holds_a_diagram(fence: str, space: str) -> None:
    text = f"{fence}{space}mermaid\ngraph TD; A-->B\n{fence}\n"
    diagram = 'class="mermaid"'
    assert diagram in markdown2html(text)
    assert diagram not in rendered("text/markdown", text)
    assert diagram not in rendered_cell(new_markdown_cell(text))


def test_the_examples_are_hostile() -> None:
    """Unsanitised, they are found: a finder that finds nothing proves nothing."""
    in_disguise = [html for html in HTML if not findings(html)]  # what only a browser decodes
    assert len(in_disguise) <= 2, in_disguise
    harmless = [text for text in MARKDOWN if not findings(markdown2html(text))]
    assert len(harmless) < len(MARKDOWN) / 2, harmless
    assert len(HTML + DRAWINGS + MARKDOWN + TERMINAL) >= 90


@pytest.mark.parametrize("html", HTML)
def test_html_runs_nothing(html: str) -> None:
    assert findings(clean_html(html)) == []
    assert findings(rendered("text/html", html)) == []


@pytest.mark.parametrize("svg", DRAWINGS)
def test_drawings_run_nothing(svg: str) -> None:
    cleaned = clean_svg(svg)
    assert findings(cleaned) == []
    assert "EVIL" not in cleaned
    assert rendered("image/svg+xml", svg) == cleaned


@pytest.mark.parametrize("text", [*MARKDOWN, *HTML])
def test_markdown_runs_nothing(text: str) -> None:
    assert findings(rendered_cell(new_markdown_cell(text))) == []
    assert findings(rendered("text/markdown", text)) == []


@pytest.mark.parametrize("text", [*HTML, *MARKDOWN])
def test_raw_cells_and_formulas_run_nothing(text: str) -> None:
    assert findings(rendered_cell(new_raw_cell(text))) == []
    assert findings(rendered("text/latex", text)) == []
    assert not re.search(r"<[A-Za-z/!?]", clean_raw(text))


@pytest.mark.parametrize("text", TERMINAL)
def test_terminals_are_told_nothing(text: str) -> None:
    cleaned = clean_terminal(text)
    assert not re.search(
        r"\x1b(?!\[[0-9;:]{0,40}m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]", cleaned
    )
    assert "\x1b" not in clean_text(text)


@pytest.mark.parametrize(
    "kind",
    [
        "application/javascript",
        "application/vnd.jupyter.widget-view+json",
        "text/vnd.mermaid",
        "application/pdf",
        "application/x-odd; charset=EVIL",
        MIMETYPE,
    ],
)
def test_other_forms_are_dropped(kind: str) -> None:
    outputs = clean_outputs([new_output("display_data", data={kind: "EVIL()"})])
    assert outputs[0]["data"] == {"text/plain": f"[left out: {kind}]"}
    both = clean_outputs([new_output("display_data", data={kind: "1", "text/plain": "kept"})])
    assert both[0]["data"] == {"text/plain": "kept"}


# --- what is honest stays ---


def test_colours_of_a_terminal_stay() -> None:
    assert clean_terminal("\x1b[1;31mred\x1b[0m") == "\x1b[1;31mred\x1b[0m"


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u200f", "\u061c", "\ufeff", "\u200b"])
def test_hidden_characters_are_spelled_out(character: str) -> None:
    assert clean_text(f"a{character}b") == f"a⟨U+{ord(character):04X}⟩b"


def test_half_characters_can_be_written() -> None:
    assert clean_text("a\ud800b") == "a\ufffdb"
    clean_text("é 😀 👩\u200d💻 العربية").encode()
    assert clean_text("👩\u200d💻") == "👩\u200d💻"


def test_tables_stay() -> None:
    frame = (
        '<div><style scoped>.dataframe{}</style><table border="1" class="dataframe"><thead>'
        '<tr style="text-align: right;"><th></th><th>a</th></tr></thead>'
        "<tbody><tr><th>0</th><td>1</td></tr></tbody></table></div>"
    )
    cleaned = clean_html(frame)
    assert '<table border="1" class="dataframe">' in cleaned
    assert '<tr style="text-align:right">' in cleaned
    assert "<td>1</td>" in cleaned
    assert "scoped" not in cleaned


def test_drawings_stay() -> None:
    plot = SVG.format(
        '<defs><clipPath id="p"><rect x="1" width="2" height="3"/></clipPath></defs>'
        '<g clip-path="url(#p)"><path d="M 0 1 L 2 3 z" style="fill: none; stroke: #1f77b4"/>'
        '<use xlink:href="#m" x="4"/><text transform="rotate(-90)">hours</text></g>'
    )
    cleaned = clean_svg(f'<?xml version="1.0"?>\n{plot}')
    for kept in ("clipPath", "url(#p)", 'd="M 0 1 L 2 3 z"', "#1f77b4", '"#m"', ">hours<"):
        assert kept in cleaned


def test_pictures_stay() -> None:
    output = new_output(
        "display_data",
        data={"image/png": "iVBORw0KGgo=\n", "text/plain": "<Figure>"},
        metadata={"image/png": {"width": 300, "height": "1 onload=EVIL"}, "isolated": True},
    )
    (cleaned,) = clean_outputs([output])
    assert cleaned["data"] == {"image/png": "iVBORw0KGgo=\n", "text/plain": "<Figure>"}
    assert cleaned["metadata"] == {"image/png": {"width": 300}}
    padded = new_output("display_data", data={"image/png": "iVBORw0KGg==\n \n"})
    assert clean_outputs([padded])[0]["data"] == {"image/png": "iVBORw0KGg==\n \n"}
    spoilt = new_output("display_data", data={"image/png": "'><script>EVIL()</script>"})
    assert "image/png" not in clean_outputs([spoilt])[0]["data"]


@pytest.mark.parametrize(
    "text",
    [
        "# Why\n\nBecause `a < b` and *so* on; see [there](https://example.org/a?b=1&c=2 'title').",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n- [ ] x\n- y\n\n> quoted",
        "<details><summary>Answer</summary>\n\nYes.\n\n</details>",
        "$x_1 < 3$ and $$\\frac{a}{b} \\le \\sum_i \\text{href}$$",
        "```python\nif a[1]: b = x[2](3)\nc: list[int] = []\n```",
        "![a plot](plot.png) [next](part-2.ipynb#top) <https://example.org>",
        "1 & 2 &amp; 3 &lt; 4",
    ],
)
def test_plain_markdown_stays_as_it_is(text: str) -> None:
    assert clean_markdown(text) == text


def test_what_is_too_much_is_cut() -> None:
    (stream,) = clean_outputs([new_output("stream", text="x" * 10 * TEXT_CHARACTERS)])
    assert len(stream["text"]) < 3 * TEXT_CHARACTERS
    (lines,) = clean_outputs([new_output("stream", text="x\n" * 100_000)])
    assert lines["text"].count("\n") < 2_100
    many = clean_outputs([new_output("stream", text="x")] * 10 * OUTPUTS)
    assert len(many) == OUTPUTS + 1
    assert "left out" in many[-1]["text"]
    html = [new_output("display_data", data={"text/html": "<p>" * 300_000, "text/plain": "x"})]
    assert clean_outputs(html)[0]["data"] == {"text/plain": "x"}


@pytest.mark.parametrize(
    "piece",
    ["<div>", "<b>", "<a href=x>", "<table><tr><td>", "<svg><g>", '<div title="</div>">', "<p ",
     "](", "![a](", "<", "&a", "\\", "\x1b[", "\x1b]", "[a]:", "<b ", "`"],
)  # fmt: skip
def test_nothing_takes_long(piece: str) -> None:
    text = (piece * 200_000)[:199_000]
    for clean in (clean_html, clean_svg, clean_markdown, clean_raw, clean_terminal):
        started = time.process_time()
        clean(f"<svg>{text}" if clean is clean_svg else text)
        assert time.process_time() - started < 1


def test_no_picture_takes_long() -> None:
    output = new_output("display_data", data={"image/png": " " * 900_000 + "!", "text/plain": "x"})
    started = time.process_time()
    assert clean_outputs([output])[0]["data"] == {"text/plain": "x"}
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "output",
    [
        None,
        {},
        {"output_type": "update_display_data", "data": {}},
        {"output_type": "stream", "text": 5},
        {"output_type": "stream", "name": "EVIL", "text": ["a", 3, "b"]},
        {"output_type": "error", "traceback": "x"},
        {"output_type": "display_data", "data": 7, "metadata": []},
        {"output_type": "execute_result", "data": {5: 6}, "execution_count": True},
    ],
)
def test_odd_outputs_do_no_harm(output: Any) -> None:
    for cleaned in clean_outputs([output]):
        assert cleaned["output_type"] in {"stream", "error", "display_data", "execute_result"}


def test_only_the_judge_s_own_report_is_trusted() -> None:
    html = '<div class="sendwell-report" role="group"><p>\u202e$\\href{x}{y}$</p></div>'
    data = {"text/html": html, MIMETYPE: {"suite": "a\u202eb"}, "text/plain": "1"}
    output = new_output("execute_result", data=data, execution_count=1)
    made = {"grade_id": "t", "grade": True, "solution": False, "locked": True}
    cells = [new_code_cell("x", metadata={"nbgrader": made}, outputs=[output])]

    def cleaned(*, forgeable: bool) -> dict[str, Any]:
        judged = {"t": Judged("t", 1, 1, (), (), forgeable=forgeable)}
        graded = Graded("one", new_notebook(cells=cells), (), judged)
        outputs = clean_notebook(graded)["cells"][0]["outputs"]
        return {
            kind: "".join(value)
            for kind, value in outputs[0]["data"].items()
            if isinstance(value, list)
        } | {"record": outputs[0]["data"].get(MIMETYPE)}

    ours = cleaned(forgeable=False)
    assert ours["text/html"].startswith('<div class="sendwell-report" role="group">')
    assert "⟨U+202E⟩$\\ href" in ours["text/html"]
    assert ours["record"] == {"suite": "a⟨U+202E⟩b"}
    theirs = cleaned(forgeable=True)
    assert "class=" not in theirs["text/html"]
    assert theirs["record"] is None
