"""Open the course in JupyterLab: ``python -m tools.course [PORT]``."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FIRST_PAGE = "index.ipynb"
DEFAULT_PORT = 8888


def port_to_use(wanted: str) -> int:
    """The port asked for, or the first free one from 8888 on.

    Raises SystemExit with one sentence if the wanted one is no port or is taken.
    """
    if not wanted:
        return next(port for port in range(DEFAULT_PORT, DEFAULT_PORT + 100) if _free(port))
    if not wanted.isdigit() or not 1024 <= int(wanted) <= 65535:
        sys.exit(f"PORT={wanted} is no port: give a number from 1024 to 65535.")
    if not _free(int(wanted)):
        sys.exit(f"Port {wanted} is taken by another program. Choose another one, or leave it out.")
    return int(wanted)


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def main() -> None:
    """Become JupyterLab, in the course's folder."""
    port = port_to_use(sys.argv[1] if len(sys.argv) > 1 else "")
    if port != DEFAULT_PORT:
        print(f"Using port {port}.")
    programs = Path(sys.executable).parent
    os.environ["PATH"] = f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"
    # What is an instructor's stays out of a learner's way.
    settings = [str(ROOT / "tools" / "lab"), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, settings))
    print("Opening the course in your browser. To stop it: Ctrl+C here, twice.", flush=True)
    command = [
        str(programs / "jupyter-lab"),
        f"--ServerApp.root_dir={ROOT / 'course'}",
        f"--LabApp.default_url=/lab/tree/{FIRST_PAGE}",
        f"--port={port}",
        "--ServerApp.port_retries=0",
        "--ip=127.0.0.1",
        "--LabApp.extension_manager=readonly",
        "--ServerApp.log_level=WARN",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    os.execv(command[0], command)  # noqa: S606


if __name__ == "__main__":
    main()
