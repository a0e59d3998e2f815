"""
mechanism: scripts in streams, HTML, SVG, Markdown, LaTeX, class names and messages
verdict: runtime error
never: <script>alert|<svg[^>]*onload|<img[^>]*onerror|href=.?javascript:
"""

from IPython.display import HTML, SVG, Latex, Markdown, display

bad = "<script>alert('x')</script><img src=x onerror=alert(1)>"
print(bad)
display(
    HTML(bad + "<svg onload=alert(1)>"),
    SVG(
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
    ),
)
display(Markdown("[x](javascript:alert(1)) " + bad), Latex("\\href{javascript:alert(1)}{x}"))
display(
    {"application/javascript": "alert(1)", "application/vnd.jupyter.widget-view+json": {}}, raw=True
)


def allowed(sent, now, limit, window):
    raise type("<script>alert(2)</script>", (Exception,), {})("<script>alert(3)</script>")
