"""
mechanism: helper files called sendwell, fairmark, json, sitecustomize and IPython start-up files
verdict: wrong answer | runtime error | missing
rest: any
"""

ANSWERS = {"allowed": "import sendwell, json, fairmark\ndef allowed(*a): return True"}


def lay(folder, finished):
    (folder / "build.ipynb").write_bytes(finished)
    for name in (
        "sendwell/__init__.py",
        "sendwell/checks/__init__.py",
        "fairmark.py",
        "json.py",
        "msgpack.py",
        "sitecustomize.py",
        "usercustomize.py",
        ".ipython/profile_default/startup/00.py",
        ".config/matplotlib/matplotlibrc",
        "conftest.py",
        "nbgrader_config.py",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("check = lambda *a: 8\nallowed = check\n")
