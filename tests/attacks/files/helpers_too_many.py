"""
mechanism: 300 helper files, some of them large: 100 MB in all
points: full
must not: cost the grader its memory
"""


def lay(folder, finished):
    (folder / "build.ipynb").write_bytes(finished)
    for number in range(20):
        with (folder / f"large-{number:02}.bin").open("wb") as file:
            file.truncate(4_900_000)
    for number in range(280):
        (folder / f"small-{number:03}.txt").write_text("x")
