"""Write the corpus: ``python -m tools.corpus``."""

from tools.build import ROOT
from tools.corpus.make import write

if __name__ == "__main__":
    for path in write(ROOT):
        print(path.relative_to(ROOT))
