"""Has the command in the Python package say in one line that Node.js is missing: what jsii generates shows a stack trace."""
import base64
import hashlib
import io
import sys
import tarfile
import zipfile
from pathlib import Path

SCRIPT = "cdk8s-sonataflow"
CHECK = """
import os as _os
import shutil as _shutil
import sys as _sys

if _shutil.which(_os.environ.get("JSII_NODE", "node")) is None:
    _sys.exit("cdk8s-sonataflow: error: Node.js 20 or later is needed, and there is no command node: https://nodejs.org")
"""


def mended(script: bytes) -> bytes:
    shebang, rest = script.decode().split("\n", 1)
    return (shebang + CHECK + rest).encode()


def mend_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        entries = [(info, archive.read(info)) for info in archive.infolist()]
    digests = {}
    for i, (info, content) in enumerate(entries):
        if info.filename.endswith(f"/scripts/{SCRIPT}"):
            content = mended(content)
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            digests[info.filename] = f"{info.filename},sha256={digest},{len(content)}"
            entries[i] = (info, content)
    if not digests:
        sys.exit(f"{wheel} has no script {SCRIPT}")
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, content in entries:
            if info.filename.endswith(".dist-info/RECORD"):
                lines = content.decode().splitlines()
                content = "".join(f"{digests.get(line.split(',')[0], line)}\n" for line in lines).encode()
            archive.writestr(info, content)


def mend_source(source: Path) -> None:
    with tarfile.open(source) as archive:
        entries = [(info, archive.extractfile(info).read() if info.isfile() else None) for info in archive.getmembers()]
    with tarfile.open(source, "w:gz") as archive:
        for info, content in entries:
            if content is not None and info.name.endswith(f"/bin/{SCRIPT}"):
                content = mended(content)
                info.size = len(content)
            archive.addfile(info, io.BytesIO(content) if content is not None else None)


folder = Path(sys.argv[1])
for wheel in folder.glob("*.whl"):
    mend_wheel(wheel)
for source in folder.glob("*.tar.gz"):
    mend_source(source)
