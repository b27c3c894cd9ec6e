"""Kolibri on two free ports of this machine, with packages as the resources of one channel.

    PYTHON kolibri_server.py FOLDER PACKAGE.zip...

Runs in the judges' environment, not in ours. Keeps everything in the folder and prints one line of
JSON: the port of the application, and for each package the id of its resource.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import shutil
import socket
import sys
import threading
import uuid
from pathlib import Path

FOLDER = Path(sys.argv[1])
PACKAGES = [Path(name) for name in sys.argv[2:]]
CHANNEL = uuid.uuid5(uuid.NAMESPACE_URL, "coursewright:channel").hex


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


PORT, ZIP_PORT = free_port(), free_port()
os.environ |= {
    "KOLIBRI_HOME": str(FOLDER),
    "KOLIBRI_HTTP_PORT": str(PORT),
    "KOLIBRI_ZIP_CONTENT_PORT": str(ZIP_PORT),
    "KOLIBRI_LISTEN_ADDRESS": "127.0.0.1",
    "KOLIBRI_ZEROCONF_ENABLED": "false",
    "KOLIBRI_DISABLE_PING": "true",
    "KOLIBRI_RUN_MODE": "tests",
}


def node(number: int, title: str, kind: str, parent: object) -> object:
    from kolibri.core.content.models import ContentNode

    made = uuid.uuid5(uuid.NAMESPACE_URL, f"coursewright:{number}").hex
    return ContentNode.objects.create(
        id=made,
        parent=parent,
        title=title,
        content_id=made,
        channel_id=CHANNEL,
        kind=kind,
        available=True,
        sort_order=number,
        license_name="CC BY",
        lang_id="en",
    )


def add(number: int, package: Path, parent: object) -> str:
    """Put a package where Kolibri keeps files and enter it as a resource; returns its id."""
    from kolibri.core.content.models import File, LocalFile

    data = package.read_bytes()
    name = hashlib.md5(data).hexdigest()
    stored = FOLDER / "content/storage" / name[0] / name[1] / f"{name}.zip"
    stored.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(package, stored)
    resource = node(number, package.stem, "html5", parent)
    local = LocalFile.objects.create(id=name, extension="zip", available=True, file_size=len(data))
    File.objects.create(
        id=uuid.uuid5(uuid.NAMESPACE_URL, f"coursewright:file:{number}").hex,
        local_file=local,
        contentnode=resource,
        preset="html5_zip",
        priority=1,
    )
    return str(resource.id)  # type: ignore[attr-defined]


def serve(port: int, module: str, name: str) -> None:
    """Serve one of Kolibri's applications, without its background workers."""
    from cheroot.wsgi import Server

    application = getattr(importlib.import_module(module), name)
    server = Server(("127.0.0.1", port), application, numthreads=6)
    server.prepare()
    threading.Thread(target=server.serve, daemon=True).start()


def main() -> None:
    from kolibri.main import initialize

    initialize()

    from django.core.management import call_command

    call_command(
        "provisiondevice",
        facility="Test",
        superusername="learner",
        superuserpassword="learner-password",
        preset="nonformal",
        language_id="en",
        verbosity=0,
        interactive=False,
    )
    from kolibri.core.content.models import ChannelMetadata, Language

    Language.objects.get_or_create(id="en", lang_code="en", lang_name="English")
    root = node(0, "Channel", "topic", None)
    ChannelMetadata.objects.create(id=CHANNEL, name="Channel", min_schema_version="1", root=root)
    resources = {path.name: add(n, path, root) for n, path in enumerate(PACKAGES, 1)}
    serve(ZIP_PORT, "kolibri.deployment.default.alt_wsgi", "alt_application")
    serve(PORT, "kolibri.deployment.default.wsgi", "application")
    sys.stdout.write(json.dumps({"port": PORT, "resources": resources}) + "\n")
    sys.stdout.flush()
    threading.Event().wait()


main()
