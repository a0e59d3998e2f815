#!/bin/sh
# Make .venv with pip alone. Usage: tools/install.sh PYTHON
set -eu
python=$1

command -v "$python" >/dev/null || {
    echo "Sendwell needs Python 3.11 or newer, and there is no $python here." >&2
    echo "Install Python, or name yours: make setup PYTHON=/path/to/python3" >&2
    exit 1
}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Sendwell needs Python 3.11 or newer; $python is $("$python" --version 2>&1)." >&2
    echo "Install a newer one, or name it: make setup PYTHON=python3.12" >&2
    exit 1
}
"$python" -c 'import ensurepip, venv' 2>/dev/null || {
    echo "$python comes without the venv module." >&2
    echo "On Debian and Ubuntu: apt install python3-venv. Then run this again." >&2
    exit 1
}
[ -x .venv/bin/python ] && .venv/bin/python -c '' 2>/dev/null || "$python" -m venv --clear .venv
echo "Installing into .venv: about a minute the first time ..."
# A new pip resolves in half the time of the one that Python brings along, which would do as well.
# Bytecode is compiled on all processors, where pip uses one.
pip() { .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-compile "$@"; }
pip --upgrade --retries 0 pip 2>/dev/null || true
pip --constraint constraints.txt --editable '.[course,compare,grade,author,test]' || {
    echo "pip could not install everything; its message is above. Is the network there?" >&2
    exit 1
}
.venv/bin/python -m compileall -qq -j 0 .venv/lib || true # some packages hold templates of Python
settings=.venv/share/jupyter/lab/settings
mkdir -p "$settings"
cp tools/jupyterlab-overrides.json "$settings/overrides.json"
touch .venv/.installed
