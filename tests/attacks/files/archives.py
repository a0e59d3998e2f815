"""
mechanism: archives that expand to much and whose members lie outside
points: full
must not: be unpacked
"""

import io
import tarfile
import zipfile


def lay(folder, finished):
    (folder / "build.ipynb").write_bytes(finished)
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../../../left-by-attack", "x")
        archive.writestr("zeros", b"\0" * 50_000_000)
    with tarfile.open(folder / "build.tar.gz", "w:gz") as archive:
        member = tarfile.TarInfo("/tmp/left-by-attack")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(member, io.BytesIO())
