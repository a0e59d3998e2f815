"""Make learners' HTML, SVG, TeX and Markdown harmless in somebody else's browser."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

import nh3

from fairmark.record.text import clean_text


def _words(text: str) -> set[str]:
    return set(text.split())


_BLOCKS = _words("div p pre blockquote hr br ul ol li dl dt dd details summary center")
_HEADINGS = {f"h{rank}" for rank in range(1, 7)}
_INLINE = _words(
    "a abbr b bdi big cite code del dfn em font i ins kbd mark q s samp small span strike strong "
    "sub sup tt u var wbr"
)
_TABLES = _words("table caption thead tbody tfoot tr th td col colgroup")
_FIGURES = {"img", "figure", "figcaption"}
_HTML_TAGS = _BLOCKS | _HEADINGS | _INLINE | _TABLES | _FIGURES
#: What is removed with all it holds; of other unknown tags the text stays.
_GONE = _words(
    "script style iframe object embed applet template noscript noembed noframes textarea select "
    "title svg math xmp plaintext head meta link base"
)
_HTML_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"style", "title", "align", "valign"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "col": {"span"},
    "colgroup": {"span"},
    "table": {"border"},
    "details": {"open"},
    "ol": {"start"},
}
#: Style properties that cannot leave their place or load anything.
_PLAIN_STYLES = _words(
    "text-align vertical-align font-weight font-style text-decoration white-space "
    "border-collapse width"
)
_COLOURS = _words("color background-color border border-top border-bottom border-radius padding")

_SVG_TAGS = _words(
    "svg g path rect circle ellipse line polyline polygon text tspan defs use clipPath clippath "
    "linearGradient lineargradient radialGradient radialgradient stop pattern marker mask symbol "
    "image desc"
)
_SVG_ATTRIBUTES = _words(
    "id x y x1 y1 x2 y2 cx cy r rx ry fx fy d dx dy width height viewBox viewbox version xmlns "
    "preserveAspectRatio preserveaspectratio transform points offset fill fill-opacity fill-rule "
    "stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray "
    "stroke-dashoffset stroke-miterlimit opacity clip-path clip-rule mask color font-size "
    "font-family font-weight font-style text-anchor dominant-baseline style href xlink:href "
    "stop-color stop-opacity gradientUnits gradientunits gradientTransform gradienttransform "
    "spreadMethod patternUnits patternTransform patternContentUnits clipPathUnits clippathunits "
    "markerWidth markerHeight markerUnits refX refY orient rotate textLength letter-spacing"
)
_SVG_STYLES = _words(
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap "
    "stroke-linejoin stroke-dasharray stroke-dashoffset stroke-miterlimit opacity color font "
    "font-size font-family font-weight font-style text-anchor dominant-baseline stop-color "
    "stop-opacity clip-path letter-spacing white-space text-align"
)
#: More tags are refused: an HTML parser takes quadratic time for tags in tags in tags.
MOST_TAGS = 3_000
_OPEN_TAG = re.compile(r"<([A-Za-z][^\s/>]{0,30})")
_CLOSES_ITSELF = _words(
    "br hr img col wbr input p li dt dd td th tr thead tbody tfoot option path rect circle ellipse "
    "line polyline polygon use stop image"
)
_LINKS = {"http", "https", "mailto"}
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*\Z")
_FAR_URL = re.compile(r"url\(\s*(?!['\"]?#[\w-]+['\"]?\s*\))", re.IGNORECASE)
_TRICKS = re.compile(r"\\|@|/\*|expression|javascript|image-set|src\s*\(", re.IGNORECASE)


def clean_html(html: str, *, colours: bool = True) -> str:
    """HTML that shows text, tables and embedded pictures, and can do nothing else.

    ``colours=False`` also drops colours and boxes, for a page that has its own.
    """
    if too_many_tags(html):
        return ""
    safe = _html_cleaner(colours).clean(clean_text(html))
    return disarm_tex(_with_alt(safe))


def clean_svg(svg: str) -> str:
    """An SVG drawing without scripts, links, animation, foreign HTML and addresses."""
    found = re.search(r"<svg[\s>]", svg, re.IGNORECASE)
    if found is None or too_many_tags(svg):
        return ""
    safe: str = _svg_cleaner().clean(clean_text(svg[found.start() :]))
    if not safe.startswith("<svg"):
        return ""
    if "xmlns=" not in safe.partition(">")[0]:
        safe = safe.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    if "xlink:href" in safe:
        safe = safe.replace("<svg", '<svg xmlns:xlink="http://www.w3.org/1999/xlink"', 1)
    return safe


@cache
def _html_cleaner(colours: bool) -> nh3.Cleaner:  # noqa: FBT001  (cached by position)
    return nh3.Cleaner(
        tags=_HTML_TAGS,
        clean_content_tags=_GONE,
        attributes=_HTML_ATTRIBUTES,
        attribute_filter=_html_attribute,
        url_schemes=_LINKS | {"data"},
        url_relative="deny",
        allowed_classes={"table": {"dataframe"}},
        filter_style_properties=_PLAIN_STYLES | (_COLOURS if colours else set()),
        link_rel="noopener noreferrer nofollow",
    )


@cache
def _svg_cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_SVG_TAGS,
        clean_content_tags=(_GONE - {"svg"}) | _words("foreignObject metadata filter"),
        attributes={"*": _SVG_ATTRIBUTES},
        attribute_filter=_svg_attribute,
        url_schemes={"data"},
        filter_style_properties=_SVG_STYLES,
        link_rel=None,
    )


def _html_attribute(_tag: str, name: str, value: str) -> str | None:
    if name == "src":
        return value if _PICTURE.match(value) else None
    if name == "href":
        return None if value.strip().lower().startswith("data") else value
    if name == "style":
        return None if "url" in value.lower() or _TRICKS.search(value) else value
    return value


def _svg_attribute(tag: str, name: str, value: str) -> str | None:
    if name == "xmlns":
        return "http://www.w3.org/2000/svg"
    if name in {"href", "xlink:href"}:
        if tag == "image":
            return value if _PICTURE.match(value) else None
        return value if re.fullmatch(r"#[\w.:-]+", value) else None
    if _FAR_URL.search(value) or _TRICKS.search(value):
        return None
    return value


def too_many_tags(html: str) -> bool:
    """Whether parsing could take long. How deep they lie is for a parser to say, so all count."""
    found = (match[1].lower() not in _CLOSES_ITSELF for match in _OPEN_TAG.finditer(html))
    return sum(found) > MOST_TAGS


def _with_alt(html: str) -> str:
    """Every picture has a text, and what has lost its source is gone.

    Only the beginnings of tags are looked at: what follows may hold any character, quoted.
    """
    html = html.replace("<img>", "")
    return re.sub(r"<img (?![^>]*\balt=)", '<img alt="A picture that the code made" ', html)


# --- TeX and Markdown: text that the reader's browser turns into markup ---

#: TeX commands that make links, load or restyle things where MathJax runs.
_TEX = re.compile(
    r"\\(?=(?:href|url|require|style|class|cssId|data|bbox|mmlToken|unicode|toggle|mathtip|"
    r"texttip|includegraphics|special|html\w*|(?:re)?newcommand|(?:re)?newenvironment|"
    r"e?def|let|csname)(?![a-z]))",
    re.IGNORECASE,
)
_SAFE_TAG = re.compile(
    r"</?(?:b|i|u|s|em|strong|code|kbd|var|samp|sub|sup|small|mark|del|ins|br|hr|p|pre|"
    r"blockquote|ul|ol|li|dl|dt|dd|details|summary|table|thead|tbody|tfoot|tr|th|td|caption|"
    r"center|span|div)\s{0,3}/?>",
    re.IGNORECASE,
)
_SAFE_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>\"'`\\]*>", re.IGNORECASE)
_TAG_START = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_LINK = re.compile(r"\](?P<kind>\(|:)(?P<space>\s*)(?P<open><?)(?P<to>[^\s<>)]*)")
_FAR_LINK = re.compile(r"(?:https?://|mailto:)[^\\]*\Z", re.IGNORECASE)
_LINK_OK = re.compile(
    r"(?:https?://|mailto:|#)[^\\]*\Z|[^:&\\%\x00-\x20]*(?:[/?#]|\Z)"
    r"|data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*\Z",
    re.IGNORECASE,
)
#: Fences whose content some renderers hand to a program; they skip spaces of every kind.
_DIAGRAM = re.compile(r"((?<!`)`{3,}|(?<!~)~{3,})[^\S\n]*(?=mermaid)", re.IGNORECASE)
_IMAGE = re.compile(
    r"!(?=\[)(?!\[[^\[\]\n]*\]\("
    r"(?:data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*|\w(?:[\w/-]|\.(?!\.)){0,300})\))"
)
_KEPT = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "'": "&#39;"}


def disarm_tex(text: str) -> str:
    """Part the backslash from the TeX commands that can do more than set formulas."""
    return _TEX.sub(r"\\ ", text)


def clean_markdown(source: str) -> str:
    """Markdown that renders the same if it is plain, and does nothing if it is not.

    A renderer decides what is code and what is markup, and not all decide alike. So nothing here
    depends on it: a tag that is not harmless gets a space after its ``<`` (then it is text in
    any renderer), a link to a strange scheme loses its form, a far picture becomes a link.
    """
    text = disarm_tex(clean_text(_ENTITY.sub(_plain_entity, clean_text(source))))
    text = _TAG_START.sub(lambda start: _tag(text, start), text)
    return _DIAGRAM.sub(r"\1text ", _LINK.sub(_link, _IMAGE.sub("", text)))


def clean_raw(source: str) -> str:
    """A raw cell, or a formula: templates may put it into a page as it is, so no tag stays one."""
    text = clean_text(_ENTITY.sub(_plain_entity, clean_text(source)))
    return disarm_tex(_TAG_START.sub("< ", text))


def _plain_entity(match: re.Match[str]) -> str:
    """The character, unless it could begin or end a tag: nothing hides behind its number."""
    meant = unescape(match[0])
    if meant in _KEPT:
        return _KEPT[meant]
    return meant if len(meant) <= 2 and not set(meant) & set(_KEPT) else match[0]


def _tag(text: str, start: re.Match[str]) -> str:
    at = start.start()
    safe = _SAFE_TAG.match(text, at) or _SAFE_AUTOLINK.match(text, at)
    return "<" if safe else "< "


def _link(match: re.Match[str]) -> str:
    allowed = _FAR_LINK if match["open"] else _LINK_OK
    if allowed.match(match["to"]):
        return match[0]
    return f"] {match['kind']}{match['space']}{match['open']}{match['to']}"
