"""
mechanism: raises an exception whose class, text and arguments are programs
verdict: runtime error
never: <script>|\x1b\]
"""


class Evil(Exception):
    def __str__(self):
        raise SystemExit

    def __repr__(self):
        raise SystemExit

    def __getattribute__(self, name):
        if name in ("args", "__notes__"):
            raise SystemExit
        return super().__getattribute__(name)


def allowed(sent, now, limit, window):
    raise Evil("<script>alert(1)</script>\x1b]0;title\x07")
