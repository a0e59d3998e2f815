"""
mechanism: 20,000 cells: each is validated, run and shown
failed: yes
must not: take the judge more than a moment
"""

import json


def make(finished):
    notebook = json.loads(finished)
    notebook["cells"] += [
        {
            "cell_type": "code",
            "source": "1",
            "metadata": {},
            "outputs": [],
            "execution_count": None,
            "id": "x",
        }
    ] * 20_000
    return json.dumps(notebook).encode()
